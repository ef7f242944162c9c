//! Notices that were kept, at the lower right of the panel, the newest at the bottom.

use egui::{Align2, Area, Context, Id, Order, Rect, vec2};

use crate::state::view::notice as words_of;
use crate::state::{Action, Model};
use crate::text::{Lang, window as words};

use super::tokens::space;
use super::tone::tone;
use super::widgets::notice::{Notice, Pressed, notice};

const WIDTH: f32 = 400.0;
/// Older ones stay kept and come up when the newer are closed.
const SHOWN: usize = 3;

/// Draws the newest notices.
pub fn ui(ctx: &Context, panel: Rect, model: &Model, lang: Lang, outbox: &mut Vec<Action>) {
    if model.notices.is_empty() {
        return;
    }
    let width = WIDTH.min(panel.width() - 2.0 * space::L);
    let offset = panel.right_bottom() - ctx.content_rect().right_bottom();
    Area::new(Id::unique("notices"))
        .order(Order::Middle)
        .anchor(Align2::RIGHT_BOTTOM, offset - vec2(space::L, space::L))
        .show(ctx, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = space::S;
            let first = model.notices.len().saturating_sub(SHOWN);
            for kept in model.notices.iter().skip(first) {
                let said = words_of::build(lang, &kept.kind);
                let shown = Notice {
                    tone: tone(said.tone),
                    title: &said.title,
                    detail: said.detail.as_deref(),
                    action: None,
                    close: words::dismiss(lang),
                };
                let pressed = ui.push_id(kept.number, |ui| notice(ui, &shown)).inner;
                match pressed {
                    Some(Pressed::Close) => outbox.push(Action::DismissNotice(kept.number)),
                    Some(Pressed::Action) | None => {}
                }
            }
        });
}
