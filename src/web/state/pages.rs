//! The staff's pages and their addresses; read by the staff's part of the program alone.

/// A page for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffPage {
    /// `/staff` and `/staff/collect`: open the survey on this device.
    Home,
    /// `/staff/collect/paper`: paper ballots are typed in.
    Paper,
    /// `/staff/collect/paper/print`: paper ballots are printed.
    PaperPrint,
    /// `/staff/campaign`: questionnaire, unit and fields.
    Campaign,
    /// `/staff/results`: the indices.
    Results,
    /// `/staff/results/report`: the printable report.
    Report,
    /// `/staff/data`: exports.
    Data,
    /// `/staff/health`: how safe the ballots are; removing and restoring.
    Health,
}

impl StaffPage {
    /// The page a route's fragment leads to; nothing where there is none.
    #[must_use]
    pub fn of(fragment: &str) -> Option<Self> {
        let path = fragment.split('?').next().unwrap_or_default();
        match path.trim_end_matches('/') {
            "/staff" | "/staff/collect" => Some(Self::Home),
            "/staff/collect/paper" => Some(Self::Paper),
            "/staff/collect/paper/print" => Some(Self::PaperPrint),
            "/staff/campaign" => Some(Self::Campaign),
            "/staff/results" => Some(Self::Results),
            "/staff/results/report" => Some(Self::Report),
            "/staff/data" => Some(Self::Data),
            "/staff/health" => Some(Self::Health),
            _ => None,
        }
    }

    /// Pages in the order of the staff navigation.
    pub const NAVIGATION: [Self; 4] = [Self::Home, Self::Results, Self::Data, Self::Campaign];

    /// The fragment that leads there.
    #[must_use]
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Home => "/staff",
            Self::Paper => "/staff/collect/paper",
            Self::PaperPrint => "/staff/collect/paper/print",
            Self::Campaign => "/staff/campaign",
            Self::Results => "/staff/results",
            Self::Report => "/staff/results/report",
            Self::Data => "/staff/data",
            Self::Health => "/staff/health",
        }
    }
}
