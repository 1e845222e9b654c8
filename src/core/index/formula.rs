//! The ways an index can be formed from criterion counts.

/// How many rates become one.
///
/// Published national figures fit pooling and reject the means (2023: factors 83.00, 83.02, 83.12,
/// 83.03, 82.27, service index 82.97, mean of factors 82.89); the others are labelled alternatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Formula {
    /// Σ satisfied / Σ counted over the criteria: every answer weighs the same.
    #[default]
    Pooled,
    /// Mean of the criteria's rates; a factor's index is then the mean of its own criteria's rates.
    MeanOfCriteria,
    /// Mean of the factors' pooled rates.
    MeanOfFactors,
    /// The general question's rate alone; factors stay pooled.
    General,
}

impl Formula {
    /// All formulas, the default first.
    pub const ALL: [Self; 4] = [
        Self::Pooled,
        Self::MeanOfCriteria,
        Self::MeanOfFactors,
        Self::General,
    ];

    /// The name used in files, addresses and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pooled => "pooled",
            Self::MeanOfCriteria => "mean-of-criteria",
            Self::MeanOfFactors => "mean-of-factors",
            Self::General => "general",
        }
    }

    /// The formula with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|formula| formula.name() == name)
    }
}
