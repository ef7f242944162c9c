//! The lanes beside each other; two and two where there is little room.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::core::diagnose::{CheckKey, Lane};
use crate::state::diagnose::DiagnoseAction;
use crate::state::view::diagnose::{ChipView, DiagnoseView, LaneView, RowMark, RowView};
use crate::state::{Action, Model};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::lane::{self, Head, Mark, Row};

use super::diagnose::push;
use super::page;

/// A column of rows, at least.
const COLUMN: f32 = 225.0;

/// Draws the lanes.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &DiagnoseView,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let shown = model.diagnose.selected.as_ref();
    let selected = shown.or_else(|| view.card.as_ref().map(|card| &card.key));
    let mut chosen = None;
    let columns = if page::is_narrow(ui) { 2 } else { 4 };
    for (row, lanes) in view.lanes.chunks(columns).enumerate() {
        if row > 0 {
            ui.add_space(page::gap(ui));
        }
        ui.push_id(row, |ui| beside(ui, lanes, selected, &mut chosen));
    }
    desk.regions.push(ui.scope_id());
    if let Some(key) = chosen.filter(|key| Some(key) != selected) {
        push(outbox, DiagnoseAction::Select(key));
    }
}

/// Lanes beside each other, as wide as each other and as high as the highest.
fn beside(
    ui: &mut Ui,
    lanes: &[LaneView],
    selected: Option<&CheckKey>,
    chosen: &mut Option<CheckKey>,
) {
    let area = ui.available_rect_before_wrap();
    let count = lanes.len() as f32;
    let gap = page::gap(ui);
    let width = (area.width() - gap * (count - 1.0)) / count;
    let heights = lanes.iter().map(|one| lane_height(ui, one, width));
    let highest = heights.fold(0.0, f32::max);
    let mut bottom = area.top();
    for (index, one) in lanes.iter().enumerate() {
        let left = area.left() + index as f32 * (width + gap);
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, f32::INFINITY));
        let builder = UiBuilder::new().max_rect(rect).id_salt(("lane", index));
        let mut column = ui.new_child(builder);
        lane_ui(&mut column, one, highest, selected, chosen);
        bottom = bottom.max(column.min_rect().bottom());
    }
    let all = Rect::from_min_max(area.min, pos2(area.right(), bottom));
    ui.advance_cursor_after_rect(all);
}

fn lane_height(ui: &Ui, view: &LaneView, width: f32) -> f32 {
    let groups = groups(&view.rows).into_iter();
    let groups = groups.map(|group| {
        let has_name = group.first().is_some_and(|row| row.group.is_some());
        (has_name, group.len())
    });
    lane::height(ui, width, COLUMN, groups)
}

fn lane_ui(
    ui: &mut Ui,
    view: &LaneView,
    height: f32,
    selected: Option<&CheckKey>,
    chosen: &mut Option<CheckKey>,
) {
    lane::frame(ui, |ui| {
        let bottom = ui.cursor().top() + height;
        let all = groups(&view.rows);
        let last = all.len().saturating_sub(1);
        let is_highest = lane_height(ui, view, ui.available_width()) + 1.0 > height;
        lane::head(
            ui,
            &Head {
                icon: match view.lane {
                    Lane::Dns => Icon::Globe,
                    Lane::Validation => Icon::SealCheck,
                    Lane::Connection => Icon::Plugs,
                    Lane::Page => Icon::Browser,
                },
                title: view.title,
                chip: match &view.chip {
                    ChipView::Plain(words) => Chip::plain(words),
                    ChipView::Running(words) => Chip::selected(words),
                    ChipView::Verdict(of, words) => Chip::verdict(tone(*of), words),
                },
                fraction: view.fraction,
                tone: view.tone.map(tone),
            },
        );
        for (index, group) in all.into_iter().enumerate() {
            ui.push_id(index, |ui| {
                if let Some(name) = group.first().and_then(|row| row.group.as_deref()) {
                    lane::group(ui, name);
                }
                let pressed = lane::rows(
                    ui,
                    COLUMN,
                    group.len(),
                    is_highest && index == last,
                    |index| row(group.get(index), selected),
                );
                if let Some(row) = pressed.and_then(|index| group.get(index)) {
                    *chosen = Some(row.key.clone());
                }
            });
        }
        lane::rest(ui, bottom - ui.cursor().top());
    });
}

/// Rows of one name each.
fn groups(rows: &[RowView]) -> Vec<&[RowView]> {
    rows.chunk_by(|_, next| next.group.is_none()).collect()
}

fn row<'a>(view: Option<&'a RowView>, selected: Option<&CheckKey>) -> Row<'a> {
    let Some(view) = view else {
        return Row {
            mark: Mark::Waiting,
            title: "",
            detail: "",
            spoken: "",
            is_selected: false,
        };
    };
    Row {
        mark: match view.mark {
            RowMark::Ended(of) => Mark::Ended(tone(of)),
            RowMark::Unknown => Mark::Unknown,
            RowMark::Running => Mark::Running,
            RowMark::Waiting => Mark::Waiting,
            RowMark::Skipped => Mark::Skipped,
        },
        title: &view.title,
        detail: &view.detail,
        spoken: &view.spoken,
        is_selected: Some(&view.key) == selected,
    }
}
