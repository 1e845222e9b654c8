//! The QR stream as the pages see it: what is sent, what was sent, what has been received so far.
//!
//! The fountain code itself is a part of the program of its own, loaded when a stream begins.

use crate::platform::picked::Picked;
use crate::platform::{clock, second, settings};
use crate::state::ledger;
use crate::state::setup::{CAMPAIGN_KEY, Setup};
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::moment::Moment;
use sipas_formats::archive::{About, Builder};
use sipas_formats::qr::{self, Qr};
use sipas_formats::store::StoreError;
use sipas_formats::stream::frame::{self, Frame};
use sipas_formats::stream::sent::{self, Sent};
use sipas_formats::stream::{
    FrameError, MOST_BYTES, Receiver, Refused, Sender, Taken, parcel, short,
};
use std::collections::BTreeSet;

/// What a note of ballots sent stands under, the stream's digest behind it.
const SENT: &str = "sipas/sent/";

/// What frames received so far stand under: the stream's digest, then the number of the first symbol.
const RECEIVED: &str = "sipas/receiving/";

/// Ballots of one turn: less than a minute of codes.
pub const MOST_BALLOTS: usize = 5_000;

/// Records of the second engine read at a time.
const PAGE: u32 = 200;

/// Which ballots are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those of the current campaign nobody has said to have received.
    Unsent,
    /// All of the current campaign.
    Campaign,
    /// All there are.
    All,
}

impl Which {
    /// All choices, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Unsent, Self::Campaign, Self::All];

    /// A stable name.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Unsent => "unsent",
            Self::Campaign => "campaign",
            Self::All => "all",
        }
    }

    /// Whether a ballot is among them.
    #[must_use]
    pub fn holds(self, ballot: &Ballot, campaign: &str, sent: &BTreeSet<BallotId>) -> bool {
        match self {
            Self::Unsent => ballot.context.campaign == campaign && !sent.contains(&ballot.id),
            Self::Campaign => ballot.context.campaign == campaign,
            Self::All => true,
        }
    }
}

/// The ballots of one turn, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The ballots.
    pub ids: Vec<BallotId>,
    /// How many of those chosen come after them.
    pub left: usize,
    /// What travels.
    pub parcel: Vec<u8>,
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoTurn {
    /// The ballots cannot be read.
    Store,
    /// One ballot alone is too long.
    TooLong,
}

/// Packs the ballots chosen, from the `from`-th on in the order they were sent.
///
/// The same ballots make the same bytes whenever they are packed, so a stream that was broken off goes on: the archive
/// is dated by its last ballot.
///
/// # Errors
/// [`NoTurn`].
pub fn turn(
    setup: &Setup,
    which: Which,
    from: usize,
    sent: &BTreeSet<BallotId>,
) -> Result<Turn, NoTurn> {
    let campaign = setup.campaign.id.as_str();
    let mut all: Vec<(Moment, BallotId)> = Vec::new();
    each(&mut |ballot| {
        if which.holds(ballot, campaign, sent) {
            all.push((ballot.submitted_at, ballot.id));
        }
    })?;
    all.sort_unstable_by_key(|one| (one.0.unix_secs, one.1));
    let chosen = all.get(from..).unwrap_or_default();
    let mut most = MOST_BALLOTS;
    loop {
        let part = chosen.get(..most.min(chosen.len())).unwrap_or_default();
        let parcel = pack(campaign, part)?;
        if parcel.len() <= MOST_BYTES {
            return Ok(Turn {
                ids: part.iter().map(|one| one.1).collect(),
                left: chosen.len() - part.len(),
                parcel,
            });
        }
        if part.len() < 2 {
            return Err(NoTurn::TooLong);
        }
        most = part.len() / 2;
    }
}

fn each(visit: &mut dyn FnMut(&Ballot)) -> Result<(), NoTurn> {
    let read = |error: StoreError| {
        drop(error);
        NoTurn::Store
    };
    ledger::with(|ledger| ledger.each(&mut |ballot, _| visit(ballot)))
        .map_err(read)?
        .map_err(read)
        .map(drop)
}

/// An archive of ballots and the campaigns they name, packed.
fn pack(campaign: &str, part: &[(Moment, BallotId)]) -> Result<Vec<u8>, NoTurn> {
    let wanted: BTreeSet<BallotId> = part.iter().map(|one| one.1).collect();
    let mut archive = Builder::new(About {
        device: ledger::device(),
        written_at: part.last().map(|one| one.0).unwrap_or_default(),
        campaign: campaign.to_owned(),
    });
    let mut campaigns: BTreeSet<String> = BTreeSet::new();
    let visited = ledger::with(|ledger| {
        ledger.each(&mut |ballot, shape| {
            if wanted.contains(&ballot.id) {
                archive.ballot(ballot, shape);
                if !campaigns.contains(&ballot.context.campaign) {
                    campaigns.insert(ballot.context.campaign.clone());
                }
            }
        })
    });
    if !matches!(visited, Ok(Ok(_))) {
        return Err(NoTurn::Store);
    }
    for id in campaigns {
        let key = [CAMPAIGN_KEY, "/", &id].concat();
        if let Some(text) = settings::read(&key) {
            archive.text(&key, &text);
        }
    }
    Ok(parcel::pack(&archive.finish()))
}

/// Ballots another device has said to have received.
pub async fn sent() -> BTreeSet<BallotId> {
    let mut ids = BTreeSet::new();
    for (_, bytes) in kept(SENT).await {
        if let Some(sent) = sent::read(&bytes) {
            ids.extend(sent.ids);
        }
    }
    ids
}

/// Notes that another device has received the ballots of a stream; what is known already is not noted again.
pub async fn note_sent(session: u64, ids: &[BallotId], known: &BTreeSet<BallotId>) {
    let fresh = ids.iter().filter(|id| !known.contains(id)).copied();
    let sent = Sent {
        at_secs: clock::now().unix_secs,
        ids: fresh.collect(),
    };
    if !sent.ids.is_empty() {
        put(
            [SENT, &format!("{session:016x}")].concat(),
            sent::write(&sent),
        )
        .await;
    }
}

/// The frames received before the page was last left.
pub async fn received() -> Vec<Frame> {
    let entries = kept(RECEIVED).await;
    entries
        .into_iter()
        .flat_map(|(_, bytes)| frame::split(&bytes))
        .collect()
}

/// Keeps frames until the stream is complete.
pub async fn keep_received(frames: Vec<Frame>) {
    let Some(Frame {
        session, number, ..
    }) = frames.first()
    else {
        return;
    };
    // Every symbol is kept once, so its number names the record.
    let key = format!("{RECEIVED}{session:016x}/{number:06x}");
    let bytes: Vec<Vec<u8>> = frames.iter().map(Frame::to_bytes).collect();
    put(key, frame::join(&bytes)).await;
}

/// Lets everything received go.
pub async fn forget_received() {
    let keys: Vec<String> = kept(RECEIVED).await.into_iter().map(|one| one.0).collect();
    if !keys.is_empty() {
        // What stays is offered again.
        drop(second::erase(second::TEXTS, &keys).await);
    }
}

/// The records under keys that begin so.
async fn kept(prefix: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut after = prefix.to_owned();
    while let Ok(page) = second::page(second::TEXTS, &after, PAGE).await {
        let Some((last, _)) = page.last() else { break };
        after.clone_from(last);
        let is_past = !after.starts_with(prefix);
        found.extend(page.into_iter().filter(|one| one.0.starts_with(prefix)));
        if is_past {
            break;
        }
    }
    found
}

/// Without a second engine nothing is kept: all ballots count as not sent, and a stream begins anew.
async fn put(key: String, sealed: Vec<u8>) {
    let entry = second::Entry {
        other: [&key, "."].concat(),
        key,
        sealed,
    };
    drop(second::add(second::TEXTS, &[entry], "").await);
}

/// The file in a parcel, ready to be looked through; nothing where it cannot be opened.
#[must_use]
pub fn file(session: u64, bytes: &[u8]) -> Option<Picked> {
    let file = parcel::unpack(bytes).ok()?;
    Picked::of(&["sipas_qr_", &short(session), ".sipas"].concat(), &file)
}

/// A stream being shown.
pub trait Sending {
    /// The parcel's digest.
    fn session(&self) -> u64;
    /// How many symbols it has.
    fn count(&self) -> u32;
    /// The code at a place of the stream.
    fn code(&self, place: u64) -> Option<Qr>;
}

/// A stream being collected.
pub trait Receiving {
    /// Takes a frame.
    ///
    /// # Errors
    /// [`Refused`].
    fn take(&mut self, frame: Frame) -> Result<Taken, Refused>;
    /// The stream; nothing before its first frame.
    fn session(&self) -> Option<u64>;
    /// Symbols here, and needed.
    fn progress(&self) -> Option<(usize, usize)>;
}

/// What the part of the program does.
#[derive(Debug, Clone, Copy)]
pub struct Streaming {
    /// A parcel as a stream; nothing where it is too long.
    pub send: fn(&[u8]) -> Option<Box<dyn Sending>>,
    /// An empty receiver.
    pub receive: fn() -> Box<dyn Receiving>,
}

impl Streaming {
    /// The part itself; named only behind its door.
    pub const HERE: Self = Self {
        send: |parcel| Sender::new(parcel).map(|sender| Box::new(sender) as Box<dyn Sending>),
        receive: || Box::new(Receiver::default()),
    };
}

impl Sending for Sender {
    fn session(&self) -> u64 {
        Self::session(self)
    }

    fn count(&self) -> u32 {
        Self::count(self)
    }

    fn code(&self, place: u64) -> Option<Qr> {
        qr::encode(&self.text(place))
    }
}

impl Receiving for Receiver {
    fn take(&mut self, frame: Frame) -> Result<Taken, Refused> {
        Self::take(self, frame)
    }

    fn session(&self) -> Option<u64> {
        Self::session(self)
    }

    fn progress(&self) -> Option<(usize, usize)> {
        Self::progress(self)
    }
}

/// Reads a code's text.
///
/// # Errors
/// [`Refused::Unreadable`].
pub fn read(text: &str) -> Result<Frame, Refused> {
    Frame::read(text).map_err(|error: FrameError| Refused::Unreadable(error))
}
