//! The lanes beside each other; two and two where there is little room.

use egui::{Id, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::core::diagnose::{CheckKey, Lane};
use crate::state::diagnose::DiagnoseAction;
use crate::state::view::diagnose::{ChipView, DiagnoseView, LaneView, RowMark, RowView};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::diagnose::options;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tone::tone;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::disclosure;
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
    lang: Lang,
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
        ui.push_id(row, |ui| beside(ui, lanes, lang, selected, &mut chosen));
    }
    desk.regions.push(ui.scope_id());
    if let Some(key) = chosen.filter(|key| Some(key) != selected) {
        push(outbox, DiagnoseAction::Select(key));
    }
}

/// What stands above the lanes: title, input, verdict.
const ABOVE: f32 = 194.0;
/// Room that is kept below the lanes for the check that is looked at.
const CARD: f32 = 264.0;
/// Rows of a lane that are seen at least.
const ROWS: usize = 5;

/// How high a lane becomes at most; what does not fit scrolls within it, so that the card stays in sight.
fn most(ui: &Ui) -> f32 {
    let least = lane::rows_height(ui, COLUMN, COLUMN, ROWS);
    let room = match page::is_narrow(ui) {
        true => 0.0,
        false => ui.clip_rect().height() - ABOVE - CARD - lane::HEAD_HEIGHT,
    };
    lane::HEAD_HEIGHT + room.max(least)
}

/// Lanes beside each other, as wide as each other and as high as the highest.
fn beside(
    ui: &mut Ui,
    lanes: &[LaneView],
    lang: Lang,
    selected: Option<&CheckKey>,
    chosen: &mut Option<CheckKey>,
) {
    let area = ui.available_rect_before_wrap();
    let count = lanes.len() as f32;
    let gap = page::gap(ui);
    let width = (area.width() - gap * (count - 1.0)) / count;
    let heights = lanes.iter().map(|one| lane_height(ui, one, width));
    let highest = heights.fold(0.0, f32::max).min(most(ui));
    let mut bottom = area.top();
    for (index, one) in lanes.iter().enumerate() {
        let left = area.left() + index as f32 * (width + gap);
        let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, f32::INFINITY));
        let builder = UiBuilder::new().max_rect(rect).id_salt(("lane", index));
        let mut column = ui.new_child(builder);
        lane_ui(&mut column, one, highest, lang, selected, chosen);
        bottom = bottom.max(column.min_rect().bottom());
    }
    let all = Rect::from_min_max(area.min, pos2(area.right(), bottom));
    ui.advance_cursor_after_rect(all);
}

/// Rows of one name; those left out are folded where there are several.
struct Group<'a> {
    name: Option<&'a str>,
    shown: Vec<&'a RowView>,
    left_out: usize,
    is_open: bool,
    id: Id,
}

/// Rows left out that are shown without being asked for.
const FEW: usize = 1;

impl<'a> Group<'a> {
    fn all(ui: &Ui, view: &'a LaneView) -> Vec<Self> {
        let groups = view.rows.chunk_by(|_, next| next.group.is_none());
        let of = |(index, rows): (usize, &'a [RowView])| {
            let is_skipped = |row: &&RowView| row.mark == RowMark::Skipped;
            let skipped = rows.iter().filter(is_skipped).count();
            let left_out = if skipped > FEW { skipped } else { 0 };
            let id = Id::unique(("left out", view.lane, index));
            let is_open = disclosure::is_open(ui, id);
            let is_shown = |row: &&RowView| left_out == 0 || is_open || !is_skipped(row);
            Self {
                name: rows.first().and_then(|row| row.group.as_deref()),
                shown: rows.iter().filter(is_shown).collect(),
                left_out,
                is_open,
                id,
            }
        };
        groups.enumerate().map(of).collect()
    }

    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let name = self.name.map_or(0.0, |_| lane::GROUP_HEIGHT);
        let fold = if self.left_out > 0 {
            lane::FOLD_HEIGHT
        } else {
            0.0
        };
        name + fold + lane::rows_height(ui, width, COLUMN, self.shown.len())
    }
}

fn lane_height(ui: &Ui, view: &LaneView, width: f32) -> f32 {
    let groups = Group::all(ui, view).into_iter();
    let groups: f32 = groups.map(|group| group.height(ui, width)).sum();
    lane::HEAD_HEIGHT + groups
}

fn lane_ui(
    ui: &mut Ui,
    view: &LaneView,
    height: f32,
    lang: Lang,
    selected: Option<&CheckKey>,
    chosen: &mut Option<CheckKey>,
) {
    lane::frame(ui, |ui| {
        let bottom = ui.cursor().top() + height;
        lane::head(ui, &head(view));
        ScrollArea::vertical()
            .id_salt("rows")
            .max_height(height - lane::HEAD_HEIGHT)
            .show(ui, |ui| {
                for (index, group) in Group::all(ui, view).into_iter().enumerate() {
                    ui.push_id(index, |ui| {
                        group_ui(ui, &group, bottom, lang, selected, chosen);
                    });
                }
            });
        lane::rest(ui, bottom - ui.cursor().top());
    });
}

fn group_ui(
    ui: &mut Ui,
    group: &Group<'_>,
    bottom: f32,
    lang: Lang,
    selected: Option<&CheckKey>,
    chosen: &mut Option<CheckKey>,
) {
    if let Some(name) = group.name {
        lane::group(ui, name);
    }
    let count = group.shown.len();
    if count > 0 {
        let height = lane::rows_height(ui, ui.available_width(), COLUMN, count);
        let ends_card = ui.cursor().top() + height + 1.0 > bottom;
        let pressed = lane::rows(ui, COLUMN, count, ends_card, |index| {
            row(group.shown.get(index).copied(), selected)
        });
        if let Some(row) = pressed.and_then(|index| group.shown.get(index)) {
            *chosen = Some(row.key.clone());
        }
    }
    if group.left_out > 0 {
        let label = options::left_out(lang, group.left_out);
        let response = lane::fold(ui, &label, group.is_open);
        disclosure::toggle(ui, group.id, &response);
    }
}

fn head(view: &LaneView) -> Head<'_> {
    Head {
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
    }
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
