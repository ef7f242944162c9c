//! A certificate's life as a bar in the colour of its verdict, with a mark for today.

use egui::{CornerRadius, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::ui::tokens::{Tokens, Tone, radius};

const HEIGHT: f32 = 6.0;
const MARK: f32 = 12.0;

/// Draws the bar. `today` is the part of the life that has passed, 0 to 1, where it is marked;
/// `name` says in words how much is left.
pub fn lifetime_bar(
    ui: &mut Ui,
    width: f32,
    today: Option<f32>,
    tone: Tone,
    name: &str,
) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, MARK), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, name));
    let bar = Rect::from_center_size(rect.center(), vec2(width, HEIGHT));
    let corner = CornerRadius::same(radius::BAR);
    ui.painter()
        .rect_filled(bar, corner, tokens.tone(tone).solid);
    if let Some(part) = today {
        let x = bar.left() + 1.0 + part.clamp(0.0, 1.0) * (bar.width() - 2.0);
        let mark = Rect::from_center_size(pos2(x.round(), bar.center().y), vec2(2.0, MARK));
        ui.painter()
            .rect_filled(mark, CornerRadius::ZERO, tokens.text);
    }
    response
}
