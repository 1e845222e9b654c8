//! Stored records, groups and the ledger: nothing lost under damage, faults, full stores and several writers.

#[cfg(test)]
mod ledger {
    mod capacity;
    mod changes;
    mod damage;
    mod faults;
    mod frozen;
    mod many;
    mod records;
    mod removal;
    mod sample;
    mod tickets;
    mod writers;
}
