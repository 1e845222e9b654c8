//! Randomness from the browser's generator.

/// 64 random bits.
///
/// Where the browser has no `crypto` (it is required by every page this app supports) the bits of
/// the clock and of `Math.random` stand in, so that a survey is never refused for it.
#[must_use]
pub fn bits() -> u64 {
    let mut bytes = [0_u8; 8];
    let strong = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if strong {
        u64::from_le_bytes(bytes)
    } else {
        (js_sys::Math::random().to_bits() << 12) ^ js_sys::Date::now().to_bits()
    }
}
