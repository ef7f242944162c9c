//! How the graph of paths is painted: heads, arrows, nodes, legend.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::graph::Node;
use super::{drop_zone, focus, icon, text};
use crate::ui::tokens::{Tokens, Tone, Type, radius, size, space};

const PADDING: f32 = 13.0;
const ICON: f32 = 14.0;
/// Between an arrow and what it points to.
const DISTANCE: f32 = 4.0;
const TIP: f32 = 6.0;
const LEGEND: f32 = 24.0;

/// The head of a column.
pub(super) fn heading(ui: &mut Ui, at: Pos2, words: &str) {
    let color = Tokens::of(ui).muted;
    let galley = text::single(ui, words, Type::Caption, color);
    let area = Rect::from_center_size(pos2(at.x + galley.size().x / 2.0, at.y), galley.size());
    let id = ui.scope_id().with(("head", at.x as i32, words));
    ui.interact(area, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    text::paint_centered(ui, &galley, at.x, at.y);
}

/// An arrow: solid where the signature verifies, dashed where it does not or cannot be checked.
pub(super) fn edge(ui: &Ui, line: &[Pos2], is_verified: bool, is_lit: bool) {
    let width = if is_lit { 2.0 } else { 1.25 };
    let Some(end) = line.last().map(|end| pos2(end.x - DISTANCE, end.y)) else {
        return;
    };
    let mut shaft: Vec<Pos2> = line.to_vec();
    if let Some(last) = shaft.last_mut() {
        *last = end;
    }
    let stroke = Stroke::new(width, color(ui, is_verified));
    paint_line(ui, &shaft, stroke, is_verified);
    let tip = vec![end - vec2(TIP, TIP - 1.0), end, end - vec2(TIP, 1.0 - TIP)];
    ui.painter().line(tip, stroke);
}

fn color(ui: &Ui, is_verified: bool) -> Color32 {
    let tone = if is_verified { Tone::Ok } else { Tone::Error };
    Tokens::of(ui).tone(tone).solid
}

fn paint_line(ui: &Ui, line: &[Pos2], stroke: Stroke, is_solid: bool) {
    if is_solid {
        ui.painter().line(line.to_vec(), stroke);
    } else {
        ui.painter()
            .extend(Shape::dashed_line(line, stroke, 5.0, 4.0));
    }
}

/// A node; true when some of its words were cut.
pub(super) fn node(
    ui: &Ui,
    rect: Rect,
    node: &Node<'_>,
    chosen: bool,
    response: &Response,
) -> bool {
    frame(ui, rect, node, response.hovered());
    if chosen {
        focus::paint(ui, rect.shrink(1.0), radius::CARD);
    }
    focus::ring(ui, response, rect, radius::CARD);
    words(ui, rect, node)
}

fn frame(ui: &Ui, rect: Rect, node: &Node<'_>, hovered: bool) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::CARD);
    let fill = match (node.is_missing, hovered) {
        (true, _) => tokens.error.bg,
        (false, true) => tokens.hover,
        (false, false) => tokens.raised,
    };
    ui.painter().rect_filled(rect, corner, fill);
    if node.is_missing {
        let path = drop_zone::outline(rect.shrink(1.0), f32::from(radius::CARD) - 1.0);
        let stroke = Stroke::new(size::STROKE, tokens.error.solid);
        ui.painter()
            .extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
        return;
    }
    let color = match node.tone {
        Tone::Error => tokens.error.border,
        Tone::Warn => tokens.warn.border,
        Tone::Info | Tone::Neutral | Tone::Ok => tokens.border,
    };
    let stroke = Stroke::new(size::STROKE, color);
    ui.painter()
        .rect_stroke(rect, corner, stroke, StrokeKind::Inside);
}

fn words(ui: &Ui, rect: Rect, node: &Node<'_>) -> bool {
    let tokens = Tokens::of(ui);
    let room = rect.width() - 2.0 * PADDING;
    let (name_color, state_color) = match (node.is_lit, node.tone) {
        (_, Tone::Error) => (tokens.text, tokens.error.fg),
        (_, Tone::Warn) => (tokens.text, tokens.warn.fg),
        (true, _) => (tokens.text, tokens.text),
        (false, _) => (tokens.secondary, tokens.secondary),
    };
    let (name, name_cut) = text::middle(ui, node.name, Type::SmallStrong, name_color, room);
    let (detail, detail_cut) = text::middle(ui, node.detail, Type::Caption, tokens.muted, room);
    let left_of_words = ICON + 6.0;
    let (state, state_cut) = text::middle(
        ui,
        node.words,
        Type::Caption,
        state_color,
        room - left_of_words,
    );
    let gap = 2.0;
    let height = name.size().y + detail.size().y + state.size().y + gap;
    let x = rect.left() + PADDING;
    let mut y = (rect.center().y - height / 2.0).round();
    for galley in [&name, &detail] {
        let half = galley.size().y / 2.0;
        text::paint_centered(ui, galley, x, y + half);
        y += 2.0 * half;
    }
    y += gap + state.size().y / 2.0;
    let at = pos2(x + ICON / 2.0, y);
    match node.glyph {
        Some(glyph) => icon::paint(ui, at, glyph, ICON, tokens.tone(node.tone).solid),
        None => icon::paint_tone(ui, at, node.tone, ICON),
    }
    text::paint_centered(ui, &state, x + left_of_words, y);
    name_cut || detail_cut || state_cut
}

/// One line of the legend with its meaning.
pub(super) fn legend_line(ui: &mut Ui, is_verified: bool, words: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(LEGEND, space::L), Sense::hover());
    let stroke = Stroke::new(2.0, color(ui, is_verified));
    let line = [rect.left_center(), rect.right_center()];
    paint_line(ui, &line, stroke, is_verified);
    let muted = Tokens::of(ui).muted;
    text::line(ui, words, Type::Caption, muted);
}
