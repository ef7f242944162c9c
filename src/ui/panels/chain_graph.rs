//! The card with the graph: for whom it was judged, the paths painted, then as a list to choose from.

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::state::chain::ChainAction;
use crate::state::view::chain::{ChainView, state_tone};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::chain::outline::{EdgeState, NodeState, Outline};
use crate::text::chain::panel as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::graph::{Edge, Graph, Node, Shown, legend};
use crate::ui::widgets::graph_layout::{Cell, Link};
use crate::ui::widgets::option_row::OptionRow;
use crate::ui::widgets::{card, text};

use super::chain::push;

/// Draws the card.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &ChainView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    card::bare(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let margin = Margin {
            left: 16,
            right: 16,
            top: 14,
            bottom: 12,
        };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            title(ui, view);
            ui.add_space(space::M);
            let visible = ui.available_width();
            let shown = ScrollArea::horizontal()
                .id_salt("chain graph")
                .show(ui, |ui| {
                    let shown = graph(ui, model, view, lang);
                    // Room for the bar, which would lie over the nodes.
                    if ui.min_rect().width() > visible {
                        ui.add_space(space::M);
                    }
                    shown
                })
                .inner;
            ui.add_space(space::S);
            legend(
                ui,
                words::signature_verified(lang),
                words::cannot_be_checked(lang),
            );
            desk.regions.extend(shown.first);
            if let Some(pressed) = shown.pressed {
                let is_open = model.chain.selected == Some(pressed);
                push(outbox, ChainAction::Select((!is_open).then_some(pressed)));
            }
        });
        if view.paths.len() > 1 {
            paths(ui, model, view, outbox);
        }
    });
}

fn title(ui: &mut Ui, view: &ChainView) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
        text::line(ui, &view.path_count, Type::Strong, tokens.text);
        text::line(ui, &view.judged, Type::Caption, tokens.muted);
    });
}

fn graph(ui: &mut Ui, model: &Model, view: &ChainView, lang: Lang) -> Shown {
    let outline = &view.outline;
    let nodes: Vec<Node<'_>> = outline
        .nodes
        .iter()
        .enumerate()
        .map(|(number, node)| Node {
            cell: Cell {
                column: node.column,
                row: node.row,
            },
            name: &node.name,
            detail: &node.detail,
            words: &node.words,
            tone: tone(state_tone(node.state)),
            glyph: (node.state == NodeState::Trusted).then_some(Icon::ShieldCheck),
            is_missing: node.state == NodeState::Missing,
            is_lit: on_path(outline, model.chain.path, |nodes| nodes.contains(&number)),
            spoken: &node.spoken,
        })
        .collect();
    let edges: Vec<Edge> = outline
        .edges
        .iter()
        .map(|edge| Edge {
            link: Link {
                from: edge.from,
                to: edge.to,
                is_lit: on_path(outline, model.chain.path, |nodes| {
                    nodes.windows(2).any(|pair| pair == [edge.from, edge.to])
                }),
            },
            is_verified: edge.state == EdgeState::Verified,
        })
        .collect();
    let graph = Graph {
        name: words::graph(lang),
        hint: words::graph_keys(lang),
        headings: &view.headings,
        nodes: &nodes,
        edges: &edges,
        chosen: model.chain.selected,
    };
    graph.show(ui)
}

fn on_path(outline: &Outline, path: usize, holds: impl Fn(&[usize]) -> bool) -> bool {
    outline
        .paths
        .get(path)
        .is_some_and(|path| holds(&path.nodes))
}

fn paths(ui: &mut Ui, model: &Model, view: &ChainView, outbox: &mut Vec<Action>) {
    for (number, path) in view.paths.iter().enumerate() {
        let row = OptionRow::new(&path.title, &path.words, model.chain.path == number);
        let response = ui.push_id(number, |ui| ui.add(row)).inner;
        if response.clicked() {
            push(outbox, ChainAction::ChoosePath(number));
        }
    }
    if let Some(more) = &view.left_out {
        let color = Tokens::of(ui).muted;
        Frame::new()
            .inner_margin(Margin::symmetric(20, 8))
            .show(ui, |ui| text::line(ui, more, Type::Caption, color));
    }
    ui.add_space(space::XS);
}
