//! Second step: where the result will be installed, and beside it what that will be.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::state::convert::Change;
use crate::state::view::convert::ConvertView;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::convert::panel as words;
use crate::ui::desk::Desk;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::card;
use crate::ui::widgets::option_row::OptionRow;

use super::convert::change;
use super::{convert_plan, page};

/// Share of the left column.
const LEFT: f32 = 432.0;
const LEFT_NARROW: f32 = 348.0;

/// Draws the step.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let is_narrow = page::is_narrow(ui);
    let (left_width, between) = if is_narrow {
        (LEFT_NARROW, space::M)
    } else {
        (LEFT, space::XL)
    };
    let area = ui.available_rect_before_wrap();
    let width = area.width().min(size::CONTENT);
    let left = Rect::from_min_size(area.min, vec2(left_width, f32::INFINITY));
    let right = Rect::from_min_max(
        pos2(area.left() + left_width + between, area.top()),
        pos2(area.left() + width, f32::INFINITY),
    );
    let layout = Layout::top_down(Align::LEFT);
    let column = |rect, salt| UiBuilder::new().max_rect(rect).layout(layout).id_salt(salt);
    let mut first = ui.new_child(column(left, "offers"));
    offers(&mut first, model, view, lang, desk, outbox);
    let mut second = ui.new_child(column(right, "plan"));
    second.spacing_mut().item_spacing.y = 0.0;
    convert_plan::ui(&mut second, model, view, lang, desk, outbox);
    let bottom = first.min_rect().bottom().max(second.min_rect().bottom());
    let all = Rect::from_min_max(area.min, pos2(area.left() + width, bottom));
    ui.advance_cursor_after_rect(all);
}

fn offers(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let chosen = model.convert.draft.offer;
    card::list(ui, words::made_for(lang), None, |ui| {
        for offered in &view.target.offers {
            let is_chosen = offered.offer == chosen;
            let row = OptionRow::new(offered.title, offered.second, is_chosen).badge(offered.badge);
            let response = ui.push_id(offered.title, |ui| ui.add(row)).inner;
            if is_chosen {
                desk.regions.push(response.id);
            }
            if response.clicked() && !is_chosen {
                change(outbox, Change::ChooseOffer(offered.offer));
            }
        }
    });
}
