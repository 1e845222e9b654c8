//! The texts of a plan and of its items, by the names used in files.

/// A text of the plan as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadPart {
    /// Name of the plan.
    Title,
    /// Its number ("Số: …/KH-UBND").
    Number,
    /// The office above, printed over the issuing office's name.
    Superior,
    /// The issuing office.
    Office,
    /// Where it is signed.
    Place,
    /// Day of issue, as [`crate::selection::Day`] writes it.
    Day,
    /// What it is based on ("Căn cứ …").
    Basis,
    /// Purpose and requirements.
    Purpose,
    /// Who carries it out and reports.
    Carrying,
    /// The signer's position.
    SignedAs,
    /// The signer's name.
    Signer,
    /// Who receives it, one a line.
    Recipients,
    /// First day of the next measurement.
    NextFrom,
    /// Last day of the next measurement.
    NextUntil,
}

impl HeadPart {
    /// All of them, in the order of the plan.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::Number,
        Self::Superior,
        Self::Office,
        Self::Place,
        Self::Day,
        Self::Basis,
        Self::Purpose,
        Self::Carrying,
        Self::SignedAs,
        Self::Signer,
        Self::Recipients,
        Self::NextFrom,
        Self::NextUntil,
    ];

    /// The name used in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Number => "number",
            Self::Superior => "superior",
            Self::Office => "office",
            Self::Place => "place",
            Self::Day => "day",
            Self::Basis => "basis",
            Self::Purpose => "purpose",
            Self::Carrying => "carrying",
            Self::SignedAs => "signed-as",
            Self::Signer => "signer",
            Self::Recipients => "recipients",
            Self::NextFrom => "next-from",
            Self::NextUntil => "next-until",
        }
    }
}

/// A text of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemPart {
    /// Name of the shortcoming; empty: the criterion's own words.
    Name,
    /// a) aim and requirements ("mục tiêu, yêu cầu", "chỉ tiêu").
    Aim,
    /// b) the task ("nhiệm vụ").
    Task,
    /// b) what is done ("hoạt động, giải pháp"), one a line.
    Actions,
    /// What is to come of it ("kết quả, sản phẩm").
    Product,
    /// c) who leads ("chủ trì").
    Lead,
    /// c) who helps ("phối hợp").
    With,
    /// d) until when: a day as [`crate::selection::Day`] writes it, or other words.
    Due,
    /// Cost in million đồng.
    Cost,
    /// How far it is: a name of [`Status`].
    Status,
    /// What came of it so far.
    Outcome,
    /// Day on which it was done.
    Finished,
    /// Its place in the plan, a whole number.
    Order,
    /// Anything: it was removed.
    Removed,
}

impl ItemPart {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Aim,
        Self::Task,
        Self::Actions,
        Self::Product,
        Self::Lead,
        Self::With,
        Self::Due,
        Self::Cost,
        Self::Status,
        Self::Outcome,
        Self::Finished,
        Self::Order,
        Self::Removed,
    ];

    /// The eight columns of a plan's annex, in order.
    pub const ANNEX: [Self; 8] = [
        Self::Aim,
        Self::Task,
        Self::Actions,
        Self::Product,
        Self::Lead,
        Self::With,
        Self::Due,
        Self::Cost,
    ];

    /// The name used in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Aim => "aim",
            Self::Task => "task",
            Self::Actions => "actions",
            Self::Product => "product",
            Self::Lead => "lead",
            Self::With => "with",
            Self::Due => "due",
            Self::Cost => "cost",
            Self::Status => "status",
            Self::Outcome => "outcome",
            Self::Finished => "finished",
            Self::Order => "order",
            Self::Removed => "removed",
        }
    }
}

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// Nothing done yet.
    #[default]
    NotBegun,
    /// Being done.
    Doing,
    /// Done.
    Done,
    /// Given up.
    Stopped,
}

impl Status {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::NotBegun, Self::Doing, Self::Done, Self::Stopped];

    /// The name used in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    /// The status of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}
