//! Long work: a typed stage, a real count, a bar, and Cancel. Shown once it lasts 150 ms.

use std::time::Duration;

use egui::{
    CornerRadius, Rect, Response, Sense, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::button::Button;
use super::{card, text};
use crate::ui::style;
use crate::ui::tokens::{Tokens, Type, radius, size, space};

const BAR: f32 = 6.0;
/// An unmeasured bar moves ten times a second, no more.
const BEAT: Duration = Duration::from_millis(100);

/// What the card shows. `fraction` is `None` while nothing can be counted.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    pub stage: &'a str,
    pub count: &'a str,
    pub fraction: Option<f32>,
    pub cancel: &'a str,
}

/// Draws the card. Returns whether Cancel was pressed.
pub fn progress_card(ui: &mut Ui, progress: &Progress<'_>) -> bool {
    card::bare(ui, |ui| {
        let tokens = Tokens::of(ui);
        let cancel = Button::standard(progress.cancel).small();
        let wanted = vec2(ui.available_width(), 66.0);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, progress.stage);
            info.value = progress.fraction.map(f64::from);
            info
        });
        let area = rect.shrink2(vec2(space::L, 0.0));
        let y = rect.top() + 26.0;
        let size = cancel.size(ui);
        let at = pos2(area.right() - size.x, y - size.y / 2.0);
        let pressed = cancel.put(ui, Rect::from_min_size(at, size)).clicked();
        let count = text::single(ui, progress.count, Type::Small, tokens.muted);
        let count_left = at.x - space::S - count.size().x;
        let room = count_left - space::S - area.left();
        let (stage, _) = text::middle(ui, progress.stage, Type::Strong, tokens.text, room);
        text::paint_centered(ui, &stage, area.left(), y);
        text::paint_centered(ui, &count, count_left, y);
        let track = Rect::from_min_size(
            pos2(area.left(), rect.top() + 48.0),
            vec2(area.width(), BAR),
        );
        bar(ui, track, progress.fraction);
        pressed
    })
    .inner
}

/// Draws only the bar, over the width there is; for the jobs corner.
pub fn progress_bar(ui: &mut Ui, name: &str, fraction: Option<f32>) -> Response {
    let wanted = Vec2::new(ui.available_width(), BAR);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, name);
        info.value = fraction.map(f64::from);
        info
    });
    bar(ui, rect, fraction);
    response
}

fn bar(ui: &Ui, track: Rect, fraction: Option<f32>) {
    let tokens = Tokens::of(ui);
    let corner = CornerRadius::same(radius::BAR);
    ui.painter().rect_filled(track, corner, tokens.hover);
    let (start, end) = match fraction {
        Some(part) => (0.0, part.clamp(0.0, 1.0)),
        None => running(ui),
    };
    let filled = Rect::from_min_max(
        pos2(track.left() + start * track.width(), track.top()),
        pos2(track.left() + end * track.width(), track.bottom()),
    );
    if filled.width() >= size::STROKE {
        ui.painter().rect_filled(filled, corner, tokens.accent_fill);
    }
}

/// A quarter of the bar that wanders; it stands still where nothing may move.
fn running(ui: &Ui) -> (f32, f32) {
    if style::preferences(ui.ctx()).reduced_motion {
        return (0.0, 0.25);
    }
    ui.ctx().request_repaint_after(BEAT);
    let beat = (ui.input(|input| input.time) * 10.0).floor() % 15.0;
    let start = beat as f32 / 15.0;
    (start, (start + 0.25).min(1.0))
}
