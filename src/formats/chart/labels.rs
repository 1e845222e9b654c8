//! Where names stand beside their points, so that none covers another or a point.

/// Directions tried around a point, the usual one first: right above, left above, right below, left below, then straight
/// ones.
const DIRECTIONS: [(f64, f64); 8] = [
    (1.0, -1.0),
    (-1.0, -1.0),
    (1.0, 1.0),
    (-1.0, 1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
];
/// Half the side of a point's mark, with a hair of room.
const MARK_PX: f64 = 6.5;
/// Distances tried, the nearest first.
const RINGS_PX: [f64; 9] = [6.6, 11.0, 16.0, 22.0, 29.0, 37.0, 46.0, 58.0, 72.0];
/// From this distance on a line leads from the point to its name.
pub const LED_PX: f64 = 22.0;

/// A rectangle: left, top, right, bottom.
pub type Area = (f64, f64, f64, f64);

/// The middles of the names of points at `points` (pixels), each `sizes` wide and high, inside `field`.
///
/// The last point chooses first, since it lies on top. Where no place is free the one that covers least is taken, so the
/// same points always give the same places.
#[must_use]
pub fn places(points: &[(f64, f64)], sizes: &[(f64, f64)], field: Area) -> Vec<(f64, f64)> {
    let mut taken: Vec<Area> = points
        .iter()
        .map(|(x, y)| (x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX))
        .collect();
    let mut found: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for (point, size) in points.iter().zip(sizes).rev() {
        let mut best = (f64::INFINITY, *point);
        for middle in candidates(*point, *size) {
            let area = around(middle, *size);
            let inside =
                area.0 >= field.0 && area.1 >= field.1 && area.2 <= field.2 && area.3 <= field.3;
            let covered: f64 = taken.iter().map(|other| common(area, *other)).sum();
            if inside && covered < best.0 {
                best = (covered, middle);
            }
            if best.0 <= 0.0 {
                break;
            }
        }
        taken.push(around(best.1, *size));
        found.push(best.1);
    }
    found.reverse();
    found
}

/// Middles to try, the nearest first.
fn candidates((x, y): (f64, f64), (width, height): (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    RINGS_PX.into_iter().flat_map(move |ring| {
        DIRECTIONS.into_iter().map(move |(across, down)| {
            // The name's near edge lies on the ring; a name at a corner lies as high as its point's own corner.
            let beside = if across == 0.0 {
                0.0
            } else {
                ring + width / 2.0
            };
            let level = match (across == 0.0, down == 0.0) {
                (true, _) => ring + height / 2.0,
                (false, true) => 0.0,
                (false, false) => ring,
            };
            (x + across * beside, y + down * level)
        })
    })
}

fn around((x, y): (f64, f64), (width, height): (f64, f64)) -> Area {
    let (half, tall) = (width / 2.0, height / 2.0);
    (x - half, y - tall, x + half, y + tall)
}

/// The area two rectangles share.
fn common(one: Area, other: Area) -> f64 {
    let across = one.2.min(other.2) - one.0.max(other.0);
    let down = one.3.min(other.3) - one.1.max(other.1);
    across.max(0.0) * down.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Area = (52.0, 28.0, 316.0, 382.0);
    const SIZE: (f64, f64) = (16.0, 14.0);

    fn free(points: &[(f64, f64)]) {
        let sizes = vec![SIZE; points.len()];
        let found = places(points, &sizes, FIELD);
        assert_eq!(found, places(points, &sizes, FIELD));
        let areas: Vec<Area> = found.iter().map(|middle| around(*middle, SIZE)).collect();
        for (at, area) in areas.iter().enumerate() {
            assert!(
                area.0 >= FIELD.0 && area.2 <= FIELD.2 && area.1 >= FIELD.1 && area.3 <= FIELD.3
            );
            for other in areas.iter().skip(at + 1) {
                assert!(common(*area, *other) <= 0.0, "{found:?}");
            }
            for (x, y) in points {
                let mark = (x - MARK_PX, y - MARK_PX, x + MARK_PX, y + MARK_PX);
                assert!(common(*area, mark) <= 0.0, "{found:?}");
            }
        }
    }

    #[test]
    fn names_of_points_close_together_cover_neither_each_other_nor_a_point() {
        free(&[(100.0, 100.0)]);
        free(&[(100.0, 100.0), (104.0, 103.0), (98.0, 96.0), (110.0, 101.0)]);
        // A crowd as 22 criteria of one survey make it: all high, all of about the same importance.
        let crowd: Vec<(f64, f64)> = (0..22)
            .map(|at| {
                (
                    230.0 + f64::from(at * 37 % 60),
                    300.0 + f64::from(at * 53 % 70),
                )
            })
            .collect();
        free(&crowd);
    }

    #[test]
    fn a_point_at_the_edge_has_its_name_inside() {
        free(&[(315.0, 29.0), (53.0, 381.0), (315.0, 381.0)]);
    }

    #[test]
    fn where_there_is_no_room_names_are_there_all_the_same() {
        let all = vec![(60.0, 40.0); 60];
        let found = places(&all, &vec![SIZE; 60], (52.0, 28.0, 90.0, 60.0));
        assert_eq!(found.len(), 60);
        assert!(found.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    }
}
