//! There and back: any order, any loss, any repetition.

use super::sample::{Random, archive, parcel};
use proptest::prelude::*;
use sipas_formats::qr;
use sipas_formats::stream::frame::{Frame, join, split};
use sipas_formats::stream::{MOST_BYTES, Receiver, SYMBOL_BYTES, Sender, Taken, digest, short};

/// Takes frames until the parcel is there; how many of them were new.
fn collect(texts: impl Iterator<Item = String>) -> Option<(Vec<u8>, usize)> {
    let mut receiver = Receiver::default();
    for text in texts {
        match receiver.take(Frame::read(&text).unwrap()).unwrap() {
            Taken::New | Taken::Again => {}
            Taken::Whole(parcel) => {
                let (here, _) = receiver.progress().unwrap();
                return Some((parcel, here));
            }
        }
    }
    None
}

#[test]
fn a_thousand_ballots_take_a_fifth_more_frames_where_a_fifth_is_lost() {
    let file = archive(1_000);
    let parcel = super::sample::parcel(1_000);
    assert!(parcel.len() < 30_000, "{} bytes", parcel.len());
    let sender = Sender::new(&parcel).unwrap();
    let count = sender.count() as usize;
    assert!(count < 75, "{count} symbols");
    let mut random = Random(5);
    let mut shown = 0;
    let seen = (0..400).inspect(|_| shown += 1).filter(|_| !random.is(20));
    let (arrived, used) = collect(seen.map(|place| sender.text(place))).unwrap();
    assert_eq!(arrived, parcel);
    assert_eq!(sipas_formats::stream::parcel::unpack(&arrived), Ok(file));
    assert!(used <= count + 2, "{used} of {count}");
    assert!(shown <= count * 3 / 2, "{shown} shown");
}

#[test]
fn without_any_of_the_first_frames_those_that_follow_are_enough() {
    let parcel = parcel(120);
    let sender = Sender::new(&parcel).unwrap();
    let count = u64::from(sender.count());
    for from in [count, count + 7, 60_000, (1 << 24) - 3] {
        let (arrived, used) = collect((from..from + 400).map(|place| sender.text(place))).unwrap();
        assert!(arrived == parcel, "from {from}");
        assert!(used as u64 <= count + 3, "{used} of {count} from {from}");
    }
}

#[test]
fn every_code_of_a_stream_has_one_size_a_camera_reads() {
    for ballots in [1, 30, 400] {
        let sender = Sender::new(&parcel(ballots)).unwrap();
        let sizes: std::collections::BTreeSet<u8> = (0..u64::from(sender.count()) + 20)
            .map(|place| qr::encode(&sender.text(place)).unwrap().version)
            .collect();
        assert_eq!(sizes.len(), 1, "{sizes:?}");
        assert!(sizes.iter().all(|version| *version <= 15), "{sizes:?}");
    }
}

#[test]
fn the_shortest_and_the_longest_parcel() {
    assert!(Sender::new(&[]).is_none());
    assert!(Sender::new(&vec![1; MOST_BYTES + 1]).is_none());
    for length in [
        1,
        2,
        9,
        SYMBOL_BYTES,
        SYMBOL_BYTES + 1,
        2 * SYMBOL_BYTES + 1,
    ] {
        let parcel = Random(length as u64).bytes(length);
        let sender = Sender::new(&parcel).unwrap();
        let odd = (0..400).filter(|place| place % 3 > 0);
        let (arrived, _) = collect(odd.map(|place| sender.text(place))).unwrap();
        assert!(arrived == parcel, "{length}");
    }
    assert_eq!(short(digest(b"abc")).len(), 4);
}

#[test]
fn kept_frames_go_on_where_they_were() {
    let parcel = parcel(100);
    let sender = Sender::new(&parcel).unwrap();
    let half = u64::from(sender.count()) / 2;
    let read = |place| Frame::read(&sender.text(place)).unwrap();
    let kept: Vec<Vec<u8>> = (0..half).map(|place| read(place).to_bytes()).collect();
    let bytes = join(&kept);
    let mut receiver = Receiver::default();
    for frame in split(&bytes) {
        assert_eq!(receiver.take(frame), Ok(Taken::New));
    }
    assert_eq!(receiver.progress().unwrap().0 as u64, half);
    assert_eq!(receiver.session(), Some(digest(&parcel)));
    let rest = (half..half + 400)
        .map(read)
        .find_map(|frame| match receiver.take(frame) {
            Ok(Taken::Whole(parcel)) => Some(parcel),
            _ => None,
        });
    assert_eq!(rest, Some(parcel));
    // What was cut or damaged costs the frames it touches.
    for end in 0..bytes.len().min(3_000) {
        assert!(split(&bytes[..end]).len() <= 1 + end / 300);
    }
    let mut damaged = bytes.clone();
    damaged[50] ^= 4;
    assert_eq!(split(&damaged).len() as u64, half - 1);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn order_loss_and_repetition_do_not_matter(
        length in 1_usize..40_000,
        loss in 0_u64..70,
        seed in 1_u64..u64::MAX,
    ) {
        let mut random = Random(seed);
        let parcel = random.bytes(length);
        let sender = Sender::new(&parcel).unwrap();
        let shown = u64::from(sender.count()) * 5 + 60;
        let mut places: Vec<u64> = (0..shown).filter(|_| !random.is(loss)).collect();
        let again: Vec<u64> = places.iter().copied().filter(|_| random.is(30)).collect();
        places.extend(again);
        random.shuffle(&mut places);
        let found = collect(places.into_iter().map(|place| sender.text(place)));
        let (arrived, used) = found.unwrap();
        prop_assert!(arrived == parcel);
        prop_assert!(used <= sender.count() as usize + 4);
    }
}
