//! The hand-over: a ballot as QR codes, there and back; what is refused, and why.

#[cfg(test)]
mod hand_over {
    mod damage;
    mod frozen;
    mod round;
    mod sample;
    mod scanning;
    mod taking;
}
