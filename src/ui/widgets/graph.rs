//! Paths from a certificate to its roots as a graph: nodes in columns, signatures as arrows. Tab reaches
//! every node, arrow keys follow the signatures.

use egui::{
    EventFilter, Id, Key, Modifiers, Pos2, Rect, Sense, Ui, WidgetInfo, accesskit::Role, vec2,
};

use super::graph_layout::{self as layout, Cell, Direction, Link};
use super::graph_paint;
use crate::ui::icons::Icon;
use crate::ui::tokens::Tone;

/// One certificate.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    pub cell: Cell,
    pub name: &'a str,
    pub detail: &'a str,
    /// How it stands, in words.
    pub words: &'a str,
    pub tone: Tone,
    /// Stands for the tone's own icon.
    pub glyph: Option<Icon>,
    /// It is not there: dashed and tinted.
    pub is_missing: bool,
    /// Whether the highlighted path goes through it.
    pub is_lit: bool,
    /// Everything in one sentence.
    pub spoken: &'a str,
}

/// One signature.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub link: Link,
    pub is_verified: bool,
}

/// The whole graph.
#[derive(Clone, Copy, Debug)]
pub struct Graph<'a> {
    /// Its name for screen readers, and how keys move in it.
    pub name: &'a str,
    pub hint: &'a str,
    pub headings: &'a [&'a str],
    pub nodes: &'a [Node<'a>],
    pub edges: &'a [Edge],
    pub chosen: Option<usize>,
}

/// What happened in the graph.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    /// The node that was pressed.
    pub pressed: Option<usize>,
    /// The first node, for the keyboard's way between regions.
    pub first: Option<Id>,
}

impl Graph<'_> {
    /// Draws the graph in the room it takes.
    pub fn show(&self, ui: &mut Ui) -> Shown {
        let columns = self.nodes.iter().map(|node| node.cell.column + 1).max();
        let rows = self.nodes.iter().map(|node| node.cell.row + 1).max();
        let wanted = layout::size(columns.unwrap_or(0), rows.unwrap_or(0));
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, self.name));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(self.hint));
        let origin = rect.min;
        for (column, heading) in self.headings.iter().enumerate() {
            graph_paint::heading(ui, layout::head(origin, column), heading);
        }
        self.edges(ui, origin);
        let mut shown = Shown::default();
        let mut ids = Vec::with_capacity(self.nodes.len());
        for (index, node) in self.nodes.iter().enumerate() {
            let response = self.node(ui, layout::node(origin, node.cell), index, node);
            if response.clicked() {
                shown.pressed = Some(index);
            }
            ids.push(response.id);
        }
        self.keys(ui, &ids);
        shown.first = ids.first().copied();
        shown
    }

    /// Those of the highlighted path lie on top.
    fn edges(&self, ui: &Ui, origin: Pos2) {
        let place = |node: usize| Some(layout::node(origin, self.nodes.get(node)?.cell));
        for is_lit in [false, true] {
            for edge in self.edges.iter().filter(|edge| edge.link.is_lit == is_lit) {
                if let (Some(from), Some(to)) = (place(edge.link.from), place(edge.link.to)) {
                    graph_paint::edge(ui, &layout::route(from, to), edge.is_verified, is_lit);
                }
            }
        }
    }

    fn node(&self, ui: &mut Ui, rect: Rect, index: usize, node: &Node<'_>) -> egui::Response {
        let id = ui.scope_id().with(("node", index));
        let response = ui.interact(rect, id, Sense::click());
        let chosen = self.chosen == Some(index);
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, node.spoken)
        });
        let cut = graph_paint::node(ui, rect, node, chosen, &response);
        match cut {
            true => response.on_hover_text(node.spoken),
            false => response,
        }
    }

    fn keys(&self, ui: &Ui, ids: &[Id]) {
        let has_focus = |id: &Id| ui.memory(|memory| memory.has_focus(*id));
        let Some(from) = ids.iter().position(has_focus) else {
            return;
        };
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        if let Some(id) = ids.get(from) {
            ui.memory_mut(|memory| memory.set_focus_lock_filter(*id, filter));
        }
        let ways = [
            (Key::ArrowDown, Direction::Down),
            (Key::ArrowLeft, Direction::Left),
            (Key::ArrowRight, Direction::Right),
            (Key::ArrowUp, Direction::Up),
        ];
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let Some((_, way)) = ways.into_iter().find(|(key, _)| pressed(*key)) else {
            return;
        };
        let cells: Vec<Cell> = self.nodes.iter().map(|node| node.cell).collect();
        let links: Vec<Link> = self.edges.iter().map(|edge| edge.link).collect();
        let to = layout::step(&cells, &links, from, way).and_then(|to| ids.get(to));
        if let Some(id) = to {
            ui.memory_mut(|memory| memory.request_focus(*id));
        }
    }
}

/// What the lines mean: solid, then dashed.
pub fn legend(ui: &mut Ui, verified: &str, not_checked: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        graph_paint::legend_line(ui, true, verified);
        ui.add_space(14.0);
        graph_paint::legend_line(ui, false, not_checked);
    });
}
