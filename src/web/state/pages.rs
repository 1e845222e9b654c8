//! The staff's pages and their addresses; read by the staff's part of the program alone.

/// A page for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffPage {
    /// `/staff` and `/staff/collect`: open the survey on this device.
    Home,
    /// `/staff/collect/code`: the code for citizens' phones.
    Code,
    /// `/staff/collect/scan`, and `/staff/collect?b=…`: ballots from phones.
    Scan,
    /// `/staff/collect/poster`: a poster to print.
    Poster,
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
    /// `/staff/plan`: what to improve first, and the corrective plans.
    Plan,
    /// `/staff/plan/edit?id=…`: a corrective plan.
    PlanEdit,
    /// `/staff/plan/scores`: the reform index's scorecard.
    Scores,
    /// `/staff/plan/package`: the period's package for the level above.
    Package,
    /// `/staff/plan/packages`: packages of many units as one.
    Packages,
    /// `/staff/plan/evaluation`: the evaluation of a quarter.
    Evaluation,
    /// `/staff/plan/sample`: how many ballots are needed, and whom to ask.
    Sample,
    /// `/staff/data`: exports.
    Data,
    /// `/staff/data/codebook`: what columns and codes mean, to print.
    Codebook,
    /// `/staff/data/send`: ballots shown as codes for another device.
    Send,
    /// `/staff/data/receive`: another device's codes collected.
    Receive,
    /// `/staff/collect/kiosk`: the counter's tablet.
    Kiosk,
    /// `/staff/collect/interview`: home interviews.
    Interview,
    /// `/staff/health`: how safe the ballots are; removing and restoring.
    Health,
}

/// Whether a route's fragment leads to the counter's tablet; what it presets must at least be codes.
#[must_use]
pub fn is_kiosk(fragment: &str) -> bool {
    let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let is_plain =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-/=&".contains(&byte);
    path.trim_end_matches('/') == "/kiosk" && query.bytes().all(is_plain)
}

impl StaffPage {
    /// The page a route's fragment leads to; nothing where there is none.
    #[must_use]
    pub fn of(fragment: &str) -> Option<Self> {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        match path.trim_end_matches('/') {
            "/staff/collect" if query.starts_with("b=") => Some(Self::Scan),
            "/staff/collect/code" => Some(Self::Code),
            "/staff/collect/scan" => Some(Self::Scan),
            "/staff/collect/poster" => Some(Self::Poster),
            "/staff" | "/staff/collect" => Some(Self::Home),
            "/staff/collect/paper" => Some(Self::Paper),
            "/staff/collect/paper/print" => Some(Self::PaperPrint),
            "/staff/campaign" => Some(Self::Campaign),
            "/staff/results" => Some(Self::Results),
            "/staff/results/report" => Some(Self::Report),
            "/staff/plan" => Some(Self::Plan),
            "/staff/plan/edit" => Some(Self::PlanEdit),
            "/staff/plan/scores" => Some(Self::Scores),
            "/staff/plan/package" => Some(Self::Package),
            "/staff/plan/packages" => Some(Self::Packages),
            "/staff/plan/evaluation" => Some(Self::Evaluation),
            "/staff/plan/sample" => Some(Self::Sample),
            "/staff/data" => Some(Self::Data),
            "/staff/data/codebook" => Some(Self::Codebook),
            "/staff/data/send" => Some(Self::Send),
            "/staff/data/receive" => Some(Self::Receive),
            "/staff/collect/kiosk" => Some(Self::Kiosk),
            "/staff/collect/interview" => Some(Self::Interview),
            "/staff/health" => Some(Self::Health),
            _ => None,
        }
    }

    /// Pages in the order of the staff navigation.
    pub const NAVIGATION: [Self; 5] = [
        Self::Home,
        Self::Results,
        Self::Data,
        Self::Plan,
        Self::Campaign,
    ];

    /// The page of the navigation this one belongs to; itself where it belongs to none.
    #[must_use]
    pub const fn section(self) -> Self {
        match self {
            Self::Home
            | Self::Code
            | Self::Scan
            | Self::Poster
            | Self::Paper
            | Self::PaperPrint
            | Self::Kiosk
            | Self::Interview => Self::Home,
            Self::Results | Self::Report => Self::Results,
            Self::Plan
            | Self::PlanEdit
            | Self::Scores
            | Self::Evaluation
            | Self::Package
            | Self::Packages
            | Self::Sample => Self::Plan,
            Self::Campaign => Self::Campaign,
            Self::Data | Self::Codebook | Self::Send | Self::Receive => Self::Data,
            Self::Health => Self::Health,
        }
    }

    /// The fragment that leads there.
    #[must_use]
    pub const fn fragment(self) -> &'static str {
        match self {
            Self::Home => "/staff",
            Self::Code => "/staff/collect/code",
            Self::Scan => "/staff/collect/scan",
            Self::Poster => "/staff/collect/poster",
            Self::Paper => "/staff/collect/paper",
            Self::PaperPrint => "/staff/collect/paper/print",
            Self::Campaign => "/staff/campaign",
            Self::Results => "/staff/results",
            Self::Report => "/staff/results/report",
            Self::Plan => "/staff/plan",
            Self::PlanEdit => "/staff/plan/edit",
            Self::Scores => "/staff/plan/scores",
            Self::Package => "/staff/plan/package",
            Self::Packages => "/staff/plan/packages",
            Self::Evaluation => "/staff/plan/evaluation",
            Self::Sample => "/staff/plan/sample",
            Self::Data => "/staff/data",
            Self::Codebook => "/staff/data/codebook",
            Self::Send => "/staff/data/send",
            Self::Receive => "/staff/data/receive",
            Self::Kiosk => "/staff/collect/kiosk",
            Self::Interview => "/staff/collect/interview",
            Self::Health => "/staff/health",
        }
    }
}
