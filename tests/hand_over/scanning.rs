//! Codes drawn and found again in pictures: clean, small, turned, blurred, dim; and pictures of nothing.

use super::sample::{Random, ballot, shape};
use sipas_formats::hand_over::{self, part};
use sipas_formats::qr::{self, Qr, scan::Picture, scan::Scan};

fn text() -> String {
    let letters = part::whole(&hand_over::write(&ballot(), &shape()));
    part::link("https://khaosat.gialai.gov.vn/", &letters)
}

/// A 640×480 picture of a code: `scale` pixels a square, turned by an angle, from `black` to `white`.
fn picture(code: &Qr, scale: f64, angle: f64, black: u8, white: u8) -> Picture {
    let (sin, cos) = angle.to_radians().sin_cos();
    let side = code.size as f64;
    let mut luma = Vec::new();
    for y in 0..480 {
        for x in 0..640 {
            let mut sum = 0;
            for part in 0..9 {
                let (dx, dy) = (f64::from(part % 3) / 3.0, f64::from(part / 3) / 3.0);
                let (x, y) = (f64::from(x) + dx - 320.0, f64::from(y) + dy - 240.0);
                let column = (x * cos + y * sin) / scale + side / 2.0;
                let row = (y * cos - x * sin) / scale + side / 2.0;
                let inside = (0.0..side).contains(&column) && (0.0..side).contains(&row);
                let dark = inside && code.dark[row as usize * code.size + column as usize];
                sum += u32::from(if dark { black } else { white });
            }
            luma.push((sum / 9) as u8);
        }
    }
    Picture::new(640, 480, luma).unwrap()
}

#[test]
fn codes_are_found_again() {
    let text = text();
    let code = qr::encode(&text).unwrap();
    for (scale, angle, black, white) in [
        (7.0, 0.0, 0, 255),
        (4.0, 0.0, 0, 255),
        (5.0, 7.0, 20, 235),
        (4.0, 180.0, 0, 255),
        (5.0, 30.0, 10, 70),
        (5.0, 90.0, 180, 250),
    ] {
        let found = Scan::new(picture(&code, scale, angle, black, white)).run();
        assert_eq!(
            found,
            std::slice::from_ref(&text),
            "{scale} {angle} {black} {white}"
        );
    }
}

#[test]
fn a_dim_screen_before_a_bright_wall_is_read() {
    let text = text();
    let code = qr::encode(&text).unwrap();
    let mut dim = picture(&code, 6.0, 4.0, 25, 83);
    // The quiet zone is four squares; what is around it is brighter than the screen.
    let (half, middle) = ((code.side() * 3) as i64, (320_i64, 240_i64));
    for (at, value) in dim.luma.iter_mut().enumerate() {
        let (x, y) = ((at % 640) as i64 - middle.0, (at / 640) as i64 - middle.1);
        if x.abs() > half || y.abs() > half {
            *value = 119;
        }
    }
    assert_eq!(Scan::new(dim).run(), [text]);
}

#[test]
fn a_code_is_drawn_with_its_quiet_zone() {
    let code = qr::encode("A").unwrap();
    assert_eq!((code.version, code.size, code.side()), (1, 21, 29));
    assert!(code.path().starts_with("M4 4h7v1h-7z"));
    assert_eq!(qr::encode(&"a".repeat(3_000)), None);
}

#[test]
fn pictures_of_nothing_and_odd_sizes_hold_no_code() {
    let mut random = Random(3);
    for (width, height) in [(21, 21), (22, 300), (300, 21), (64, 48), (161, 119)] {
        for kind in 0..40 {
            let luma = (0..width * height).map(|at| match kind % 4 {
                0 => random.next() as u8,
                1 => (random.next() % 2 * 255) as u8,
                2 => (at / (1 + kind)) as u8,
                _ => 128,
            });
            let picture = Picture::new(width, height, luma.collect()).unwrap();
            assert_eq!(Scan::new(picture).run(), Vec::<String>::new());
        }
    }
    assert_eq!(Picture::new(20, 40, vec![0; 800]), None);
    assert_eq!(Picture::new(40, 40, vec![0; 800]), None);
}

#[test]
fn damaged_pictures_never_panic() {
    let (text, mut random) = (text(), Random(8));
    let code = qr::encode(&text).unwrap();
    for round in 0..60_u64 {
        let scale = 1.5 + (random.next() % 50) as f64 / 10.0;
        let mut picture = picture(&code, scale, (random.next() % 360) as f64, 30, 220);
        for _ in 0..round * 40 {
            let (at, run) = (random.next() as usize, random.next() as usize % 60);
            let value = random.next() as u8;
            for place in 0..run {
                let at = (at + place) % picture.luma.len();
                picture.luma[at] = value;
            }
        }
        for found in Scan::new(picture).run() {
            assert_eq!(found, text);
        }
    }
}
