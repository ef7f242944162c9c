//! How strong a password is: a bar and the words for it.

use egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::text;
use crate::ui::tokens::{Tokens, Tone, Type, radius, space};

const WIDTH: f32 = 72.0;
const BAR: f32 = 6.0;
const HEIGHT: f32 = 20.0;

/// Draws bar and words in a line; `fraction` is 0 to 1.
pub fn strength_bar(ui: &mut Ui, fraction: f32, tone: Tone, words: &str, more: &str) {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let spoken = [words, more].join(", ");
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Meter, true, spoken.trim_end_matches([',', ' ']));
        info.value = Some(f64::from(fraction));
        info
    });
    let top = rect.center().y - BAR / 2.0;
    let track = Rect::from_min_size(pos2(rect.left(), top), vec2(WIDTH, BAR));
    let corner = CornerRadius::same(radius::BAR);
    let painter = ui.painter();
    painter.rect_filled(track, corner, tokens.hover);
    let colors = tokens.tone(tone);
    let filled = vec2(WIDTH * fraction.clamp(0.0, 1.0), BAR);
    painter.rect_filled(Rect::from_min_size(track.min, filled), corner, colors.solid);
    let x = track.right() + space::S;
    let galley = text::single(ui, words, Type::Small, colors.fg);
    let next = x + galley.size().x + space::S;
    text::paint_centered(ui, &galley, x, rect.center().y);
    let galley = text::single(ui, more, Type::Small, tokens.muted);
    text::paint_centered(ui, &galley, next, rect.center().y);
}
