//! Where the nodes of a graph of paths stand, which way its edges go, and where an arrow key leads.
//! Pure: no text is measured and nothing is painted.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

/// A node.
pub const NODE: Vec2 = vec2(204.0, 76.0);
/// Between two columns.
pub const GAP: f32 = 48.0;
/// Between two rows.
const ROW_GAP: f32 = 40.0;
/// The column heads, above the first row.
const HEAD: f32 = 26.0;
/// Room for the ring of the chosen node.
const EDGE: f32 = 5.0;
/// Lines of a bend.
const BEND_STEPS: u8 = 16;

/// Place of a node: column from the left, row from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub column: usize,
    pub row: usize,
}

/// A signature: from the node that is signed to the node that signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    /// Whether the highlighted path goes this way.
    pub is_lit: bool,
}

/// Where an arrow key points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Down,
    Left,
    Right,
    Up,
}

/// The room a graph of so many columns and rows takes.
pub fn size(columns: usize, rows: usize) -> Vec2 {
    let end = |count: usize, node: f32, gap: f32| {
        count as f32 * node + count.saturating_sub(1) as f32 * gap
    };
    vec2(
        end(columns, NODE.x, GAP) + 2.0 * EDGE,
        HEAD + end(rows, NODE.y, ROW_GAP) + 2.0 * EDGE,
    )
}

/// The rectangle of a node in a graph that begins at `origin`.
pub fn node(origin: Pos2, cell: Cell) -> Rect {
    let x = origin.x + EDGE + cell.column as f32 * (NODE.x + GAP);
    let y = origin.y + EDGE + HEAD + cell.row as f32 * (NODE.y + ROW_GAP);
    Rect::from_min_size(pos2(x, y), NODE)
}

/// Left end and middle height of a column's head.
pub fn head(origin: Pos2, column: usize) -> Pos2 {
    let first = node(origin, Cell { column, row: 0 });
    pos2(first.left(), origin.y + HEAD / 2.0)
}

/// The line of an edge, from the right of one node to the left of another. Where the rows differ it bends
/// once, in the gap where it crosses no node: right behind the start on its way down, right before the end
/// on its way up.
pub fn route(from: Rect, to: Rect) -> Vec<Pos2> {
    let (start, end) = (from.right_center(), to.left_center());
    if start.y == end.y {
        return vec![start, end];
    }
    let is_adjacent = end.x - start.x <= GAP;
    let (first, last) = match (is_adjacent, end.y > start.y) {
        (true, _) => (start, end),
        (false, true) => (start, pos2(start.x + GAP, end.y)),
        (false, false) => (pos2(end.x - GAP, start.y), end),
    };
    let mut line = vec![start];
    line.extend(bend(first, last));
    line.push(end);
    line.dedup();
    line
}

/// A curve that leaves and arrives level.
fn bend(from: Pos2, to: Pos2) -> impl Iterator<Item = Pos2> {
    let middle = f32::midpoint(from.x, to.x);
    let (first, second) = (pos2(middle, from.y), pos2(middle, to.y));
    (0..=BEND_STEPS).map(move |step| {
        let t = f32::from(step) / f32::from(BEND_STEPS);
        let (a, b) = (from.lerp(first, t), first.lerp(second, t));
        let c = second.lerp(to, t);
        a.lerp(b, t).lerp(b.lerp(c, t), t)
    })
}

/// The node an arrow key leads to. Right and left follow the signatures, along the highlighted path where
/// it passes; up and down choose among alternatives.
pub fn step(cells: &[Cell], links: &[Link], from: usize, way: Direction) -> Option<usize> {
    let row = |node: usize| cells.get(node).map_or(0, |cell| cell.row);
    let first = |ends: Vec<(bool, usize)>| {
        let best = ends
            .into_iter()
            .min_by_key(|(is_lit, node)| (!is_lit, row(*node)));
        best.map(|(_, node)| node)
    };
    match way {
        Direction::Right => {
            let ends = links.iter().filter(|link| link.from == from);
            first(ends.map(|link| (link.is_lit, link.to)).collect())
        }
        Direction::Left => {
            let ends = links.iter().filter(|link| link.to == from);
            first(ends.map(|link| (link.is_lit, link.from)).collect())
        }
        Direction::Down | Direction::Up => {
            let own = row(from);
            let is_that_way = |node: &usize| match way {
                Direction::Down => row(*node) > own,
                _ => row(*node) < own,
            };
            let beside = alternatives(cells, links, from);
            let found = beside.into_iter().filter(is_that_way);
            found.min_by_key(|node| row(*node).abs_diff(own))
        }
    }
}

/// Other issuers of the same certificate, then what stands in the same column.
fn alternatives(cells: &[Cell], links: &[Link], of: usize) -> Vec<usize> {
    let below = links.iter().filter(|link| link.to == of);
    let siblings = below.flat_map(|below| links.iter().filter(|link| link.from == below.from));
    let mut found: Vec<usize> = siblings.map(|link| link.to).collect();
    let column = cells.get(of).map(|cell| cell.column);
    let same = (0..cells.len()).filter(|node| cells.get(*node).map(|cell| cell.column) == column);
    found.extend(same);
    found.retain(|node| *node != of);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: Pos2 = pos2(10.0, 20.0);

    fn cell(column: usize, row: usize) -> Cell {
        Cell { column, row }
    }

    fn link(from: usize, to: usize, is_lit: bool) -> Link {
        Link { from, to, is_lit }
    }

    /// Leaf, intermediate, root; below: cross certificate and old root.
    fn two_paths() -> (Vec<Cell>, Vec<Link>) {
        let cells = vec![cell(0, 0), cell(1, 0), cell(3, 0), cell(2, 1), cell(3, 1)];
        let links = vec![
            link(0, 1, true),
            link(1, 2, true),
            link(1, 3, false),
            link(3, 4, false),
        ];
        (cells, links)
    }

    #[test]
    fn nodes_stand_in_columns_and_rows_without_touching() {
        let (cells, _) = two_paths();
        let rects: Vec<Rect> = cells.iter().map(|cell| node(ORIGIN, *cell)).collect();
        for (index, one) in rects.iter().enumerate() {
            assert_eq!(one.size(), NODE);
            for other in &rects[index + 1..] {
                assert!(!one.intersects(*other));
            }
        }
        assert_eq!(rects[1].left() - rects[0].right(), GAP);
        let all = Rect::from_min_size(ORIGIN, size(4, 2));
        assert!(rects.iter().all(|rect| all.contains_rect(*rect)));
    }

    #[test]
    fn level_edges_are_straight() {
        let (from, to) = (node(ORIGIN, cell(0, 0)), node(ORIGIN, cell(2, 0)));
        assert_eq!(route(from, to), [from.right_center(), to.left_center()]);
    }

    #[test]
    fn edges_over_rows_cross_no_node_between_them() {
        let crossed = [
            (cell(1, 0), cell(4, 1), cell(2, 0)),
            (cell(1, 1), cell(4, 0), cell(3, 0)),
        ];
        for (from, to, between) in crossed {
            let between = node(ORIGIN, between);
            let line = route(node(ORIGIN, from), node(ORIGIN, to));
            assert!(line.iter().all(|point| !between.contains(*point)));
            assert_eq!(line.first(), Some(&node(ORIGIN, from).right_center()));
            assert_eq!(line.last(), Some(&node(ORIGIN, to).left_center()));
        }
    }

    #[test]
    fn arrows_follow_signatures_and_choose_alternatives() {
        let (cells, links) = two_paths();
        let go = |from, way| step(&cells, &links, from, way);
        assert_eq!(go(0, Direction::Right), Some(1));
        assert_eq!(go(1, Direction::Right), Some(2));
        assert_eq!(go(2, Direction::Down), Some(3));
        assert_eq!(go(3, Direction::Up), Some(2));
        assert_eq!(go(3, Direction::Right), Some(4));
        assert_eq!(go(4, Direction::Left), Some(3));
        assert_eq!(go(0, Direction::Left), None);
        assert_eq!(go(0, Direction::Down), None);
    }

    #[test]
    fn right_follows_the_highlighted_path() {
        let (cells, mut links) = two_paths();
        links[1].is_lit = false;
        links[2].is_lit = true;
        assert_eq!(step(&cells, &links, 1, Direction::Right), Some(3));
    }

    #[test]
    fn nothing_is_lost_where_there_is_nothing() {
        assert_eq!(step(&[], &[], 0, Direction::Down), None);
        assert_eq!(size(0, 0), vec2(2.0 * EDGE, HEAD + 2.0 * EDGE));
    }
}
