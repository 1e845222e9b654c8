//! What every store must do, as one function the in-memory twin and the browser's adapter both run.

use super::{Store, StoreError};

/// Runs the contract on fresh, empty stores that `make` gives.
///
/// Lone surrogates are not part of it: whether a browser keeps them is found out by
/// [`prove`](crate::packing::prove).
///
/// # Errors
/// The first promise that is broken, in words.
pub fn store_contract<S: Store>(make: impl Fn() -> S) -> Result<(), String> {
    let failed = |error: StoreError| error.to_string();
    let text = |text: &str| text.encode_utf16().collect::<Vec<u16>>();

    let store = make();
    expect(
        store.keys().map_err(failed)?.is_empty(),
        "a fresh store has no keys",
    )?;
    expect(
        store.get("a").map_err(failed)?.is_none(),
        "a key never set has no value",
    )?;
    store.remove("a").map_err(failed)?;

    store.set("a", &text("một")).map_err(failed)?;
    store.set("b/ç", &[]).map_err(failed)?;
    expect(
        store.get("a").map_err(failed)? == Some(text("một")),
        "a value comes back",
    )?;
    expect(
        store.get("b/ç").map_err(failed)? == Some(Vec::new()),
        "an empty value is a value",
    )?;
    let mut keys = store.keys().map_err(failed)?;
    keys.sort();
    expect(keys == ["a", "b/ç"], "keys lists every key once")?;
    expect(
        store.used_units().map_err(failed)? == 1 + 3 + 3,
        "units count keys and values",
    )?;

    store.set("a", &text("hai")).map_err(failed)?;
    expect(
        store.get("a").map_err(failed)? == Some(text("hai")),
        "a later value replaces",
    )?;
    expect(
        store.keys().map_err(failed)?.len() == 2,
        "replacing adds no key",
    )?;

    let every: Vec<u16> = (0..=u16::MAX)
        .filter(|unit| !(0xD800..=0xDFFF).contains(unit))
        .collect();
    store.set("every", &every).map_err(failed)?;
    expect(
        store.get("every").map_err(failed)? == Some(every),
        "every unit but surrogates comes back",
    )?;

    for key in ["a", "b/ç", "every"] {
        store.remove(key).map_err(failed)?;
        expect(
            store.get(key).map_err(failed)?.is_none(),
            "what was removed is gone",
        )?;
    }
    expect(
        store.keys().map_err(failed)?.is_empty(),
        "an emptied store has no keys",
    )?;
    expect(
        store.used_units().map_err(failed)? == 0,
        "an emptied store uses nothing",
    )
}

fn expect(holds: bool, promise: &str) -> Result<(), String> {
    if holds {
        Ok(())
    } else {
        Err(format!("broken: {promise}"))
    }
}
