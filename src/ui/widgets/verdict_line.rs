//! The verdict of a panel: a tile with its icon, one sentence, one line of context.

use egui::{
    CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use super::{icon, text};
use crate::ui::tokens::{Tokens, Tone, Type, size};

const GAP: f32 = 14.0;

/// Draws the line over the whole width. Both sentences wrap.
pub fn verdict_line(ui: &mut Ui, tone: Tone, sentence: &str, context: &str) -> Response {
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let text_width = width - size::VERDICT_TILE - GAP;
    let first = text::wrapped(ui, sentence, Type::Verdict, tokens.text, text_width);
    let second = text::wrapped(ui, context, Type::Body, tokens.secondary, text_width);
    let words = first.size().y + second.size().y;
    let height = words.max(size::VERDICT_TILE);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{sentence}\n{context}")));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let colors = tokens.tone(tone);
    let top = rect.top() + ((height - size::VERDICT_TILE) / 2.0).min(2.0);
    let tile = Rect::from_min_size(pos2(rect.left(), top), Vec2::splat(size::VERDICT_TILE));
    ui.painter().rect(
        tile,
        CornerRadius::same(crate::ui::tokens::radius::CARD),
        colors.bg,
        Stroke::new(size::STROKE, colors.border),
        StrokeKind::Inside,
    );
    icon::paint_tone(ui, tile.center(), tone, size::ICON_VERDICT);
    let x = tile.right() + GAP;
    let y = rect.top() + (height - words) / 2.0;
    let below = y + first.size().y;
    let painter = ui.painter();
    painter.galley(pos2(x, y), first, tokens.text);
    painter.galley(pos2(x, below), second, tokens.secondary);
    response
}
