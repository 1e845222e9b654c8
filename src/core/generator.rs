//! Numbers that look random and come from a seed: the same seed gives the same numbers everywhere.
//!
//! For drawing samples that anyone can draw again, and for resampling. Nothing here is secret.

/// SplitMix64.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generator {
    state: u64,
}

impl Generator {
    /// The sequence of this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to `count` − 1, each equally likely; 0 where `count` is 0.
    pub const fn below(&mut self, count: u64) -> u64 {
        if count == 0 {
            return 0;
        }
        // The last, incomplete run of remainders would favour the small ones.
        let incomplete = (u64::MAX % count + 1) % count;
        loop {
            let bits = self.next();
            if bits <= u64::MAX - incomplete {
                return bits % count;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_the_published_one() {
        // The reference program's first numbers for seed 1234567 (S. Vigna, splitmix64.c).
        let mut generator = Generator::new(1_234_567);
        let first = [generator.next(), generator.next(), generator.next()];
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(first, published);
    }

    #[test]
    fn every_number_below_is_equally_likely() {
        let mut generator = Generator::new(7);
        let mut met = [0_u32; 6];
        for _ in 0..60_000 {
            met[generator.below(6) as usize] += 1;
        }
        // Five standard deviations of a binomial count.
        assert!(
            met.iter().all(|count| count.abs_diff(10_000) < 457),
            "{met:?}"
        );
        assert_eq!(generator.below(0), 0);
        assert_eq!(generator.below(1), 0);
    }
}
