//! A file ballots may be removed after: written, read back, and every ballot found in it again.

use super::{Known, read, write};
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::questionnaire::Questionnaire;
use std::collections::BTreeMap;

/// A ballot file and the ballots that were found in it again, unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Ballots that came back equal, ascending: these may be removed.
    pub proved: Vec<BallotId>,
    /// How many were given but did not come back equal: these must stay.
    pub unproved: usize,
}

/// Writes a ballot file and reads it back.
#[must_use]
pub fn archive(questionnaire: &Questionnaire, ballots: &[&Ballot]) -> Archive {
    let bytes = write(questionnaire, ballots.iter().copied()).bytes;
    prove(questionnaire, ballots, bytes)
}

/// Looks which ballots are in the file `bytes` are.
fn prove(questionnaire: &Questionnaire, ballots: &[&Ballot], bytes: Vec<u8>) -> Archive {
    let known: Known<'_, '_> = &|id, version| {
        (id == questionnaire.id && version == questionnaire.version).then_some(questionnaire)
    };
    let back: BTreeMap<BallotId, Ballot> = read(&bytes, known)
        .ballots
        .into_iter()
        .map(|one| (one.ballot.id, one.ballot))
        .collect();
    let is_back = |ballot: &Ballot| back.get(&ballot.id) == Some(ballot);
    let mut proved: Vec<BallotId> = ballots
        .iter()
        .filter(|ballot| is_back(ballot))
        .map(|ballot| ballot.id)
        .collect();
    proved.sort_unstable();
    Archive {
        bytes,
        unproved: ballots.len() - proved.len(),
        proved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sipas_core::ballot::{Answer, Channel, Context, DeviceId, Status, Ticket};
    use sipas_core::moment::Moment;

    fn quick() -> Questionnaire {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../public/questionnaires/quick.json"
        );
        crate::questionnaire::read(&std::fs::read_to_string(path).unwrap()).unwrap()
    }

    fn ballot(id: u64, comment: &str) -> Ballot {
        Ballot {
            id: BallotId(id),
            context: Context {
                device: DeviceId(7),
                campaign: "thu".to_owned(),
                questionnaire: "quick".to_owned(),
                version: 1,
                ..Context::default()
            },
            channel: Channel::Kiosk,
            ticket: Ticket::None,
            status: Status::Complete,
            submitted_at: Moment {
                unix_secs: 1_795_224_600,
                offset_minutes: 420,
            },
            duration_secs: 20,
            respondent: Vec::new(),
            answers: vec![Answer::Level(4)],
            reasons: 0,
            comment: comment.to_owned(),
        }
    }

    #[test]
    fn what_is_in_the_file_is_proved() {
        let ballots = [ballot(3, "=1+1"), ballot(1, "a\r\n\"b\","), ballot(2, "")];
        let all: Vec<&Ballot> = ballots.iter().collect();
        let archive = archive(&quick(), &all);
        assert_eq!(archive.proved, [1, 2, 3].map(BallotId));
        assert_eq!(archive.unproved, 0);
    }

    #[test]
    fn a_ballot_of_another_version_stays() {
        let mut other = ballot(2, "");
        other.context.version = 9;
        let own = ballot(1, "");
        let archive = archive(&quick(), &[&own, &other]);
        assert_eq!((archive.proved, archive.unproved), (vec![BallotId(1)], 1));
    }

    #[test]
    fn a_file_that_changed_proves_only_what_it_still_says() {
        let ballots = [ballot(1, "one"), ballot(2, "two")];
        let all: Vec<&Ballot> = ballots.iter().collect();
        let bytes = write(&quick(), all.iter().copied()).bytes;
        let text = String::from_utf8(bytes).unwrap();
        let changed = text.replace("two", "too").into_bytes();
        assert_eq!(prove(&quick(), &all, changed).proved, [BallotId(1)]);
        let cut = text.split_at(text.len() - 30).0.as_bytes().to_vec();
        assert_eq!(prove(&quick(), &all, cut).proved, [BallotId(1)]);
        assert_eq!(prove(&quick(), &all, Vec::new()).unproved, 2);
    }
}
