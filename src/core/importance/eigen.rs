//! Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
//!
//! Slower than the usual ways from a few hundred rows on, exact to the last bits here, and made of +, ×, ÷ and √ alone,
//! so that it gives the same bits everywhere.

use super::correlation::Matrix;

/// Eigenvalues and, in the same columns, eigenvectors of length 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigen {
    pub values: Vec<f64>,
    pub vectors: Matrix,
}

/// More sweeps than any matrix of a questionnaire's size needs; they usually take six to eight.
const MOST_SWEEPS: usize = 60;

/// Of a symmetric `matrix`.
pub fn eigen(mut matrix: Matrix) -> Eigen {
    let size = matrix.size();
    let mut vectors = Matrix::identity(size);
    for _ in 0..MOST_SWEEPS {
        let mut turned = false;
        for row in 0..size {
            for column in row + 1..size {
                turned |= turn(&mut matrix, &mut vectors, row, column);
            }
        }
        if !turned {
            break;
        }
    }
    Eigen {
        values: (0..size).map(|place| matrix.at(place, place)).collect(),
        vectors,
    }
}

/// Turns so that the cell at `row`, `column` becomes 0; false where it is already, to the last bit.
fn turn(matrix: &mut Matrix, vectors: &mut Matrix, row: usize, column: usize) -> bool {
    let off = matrix.at(row, column);
    let (first, second) = (matrix.at(row, row), matrix.at(column, column));
    if off.abs() <= 1e-18 * (first.abs() + second.abs()) || off.abs() < 1e-300 {
        return false;
    }
    let theta = (second - first) / (2.0 * off);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    let pair = |a: f64, b: f64| (cosine * a - sine * b, sine * a + cosine * b);
    for place in 0..matrix.size() {
        if place != row && place != column {
            let (a, b) = pair(matrix.at(place, row), matrix.at(place, column));
            matrix.set(place, row, a);
            matrix.set(row, place, a);
            matrix.set(place, column, b);
            matrix.set(column, place, b);
        }
        let (a, b) = pair(vectors.at(place, row), vectors.at(place, column));
        vectors.set(place, row, a);
        vectors.set(place, column, b);
    }
    matrix.set(row, row, first - tangent * off);
    matrix.set(column, column, second + tangent * off);
    matrix.set(row, column, 0.0);
    matrix.set(column, row, 0.0);
    true
}
