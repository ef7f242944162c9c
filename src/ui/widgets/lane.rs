//! A lane of checks: a head with icon, title, chip and a bar, then rows of two lines in as many columns as fit.

use std::f32::consts::TAU;
use std::time::Duration;

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::chip::Chip;
use super::{card, disclosure, focus, icon, text};
use crate::ui::icons::Icon;
use crate::ui::style;
use crate::ui::tokens::{Tokens, Tone, Type, radius, size};

const HEAD: f32 = 44.0;
const BAR: f32 = 3.0;
const PADDING: f32 = 13.0;
const TEXT_LEFT: f32 = 39.0;
const GROUP: f32 = 30.0;
/// A running arc moves ten times a second, no more.
const BEAT: Duration = Duration::from_millis(100);
/// Points of a drawn circle.
const POINTS: usize = 36;

/// What stands at the left of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Ended(Tone),
    Unknown,
    Running,
    Waiting,
    Skipped,
}

/// One check as a row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub mark: Mark,
    pub title: &'a str,
    pub detail: &'a str,
    /// How it ended, for screen readers.
    pub spoken: &'a str,
    pub is_selected: bool,
}

/// The head of a lane.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    pub icon: Icon,
    pub title: &'a str,
    pub chip: Chip<'a>,
    /// From 0 to 1.
    pub fraction: f32,
    /// The tone of the bar once the lane has something to say.
    pub tone: Option<Tone>,
}

/// Draws the head over the whole width.
pub fn head(ui: &mut Ui, head: &Head<'_>) {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), HEAD + BAR);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, head.title);
        info.value = Some(f64::from(head.fraction));
        info
    });
    let y = rect.top() + HEAD / 2.0;
    let at = pos2(rect.left() + PADDING + 8.0, y);
    icon::paint(ui, at, head.icon, size::ICON_NAV, tokens.secondary);
    let chip = head.chip.size(ui);
    let chip_at = pos2(rect.right() - 12.0 - chip.x, y - chip.y / 2.0);
    head.chip.paint(ui, Rect::from_min_size(chip_at, chip));
    let left = rect.left() + TEXT_LEFT;
    let line = Rect::from_min_max(pos2(left, y - 10.0), pos2(chip_at.x - 8.0, y + 10.0));
    card::heading(ui, line, head.title);
    let track = Rect::from_min_max(pos2(rect.left(), rect.bottom() - BAR), rect.max);
    ui.painter()
        .rect_filled(track, CornerRadius::ZERO, tokens.hover);
    let color = match head.tone {
        None => tokens.accent_fill,
        Some(Tone::Neutral) => tokens.control,
        Some(tone) => tokens.tone(tone).solid,
    };
    let width = track.width() * head.fraction.clamp(0.0, 1.0);
    let filled = Rect::from_min_size(track.min, vec2(width, BAR));
    ui.painter().rect_filled(filled, CornerRadius::ZERO, color);
}

/// A name above the rows that are about it.
pub fn group(ui: &mut Ui, name: &str) {
    let wanted = vec2(ui.available_width(), GROUP);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    let tokens = Tokens::of(ui);
    ui.painter()
        .rect_filled(rect, CornerRadius::ZERO, tokens.sunken);
    let width = rect.width() - 2.0 * PADDING;
    let (galley, _) = text::middle(ui, name, Type::SmallStrong, tokens.secondary, width);
    text::paint_centered(ui, &galley, rect.left() + PADDING, rect.center().y);
}

/// Height of a lane's head.
pub const HEAD_HEIGHT: f32 = HEAD + BAR;
/// Height of a name above rows.
pub const GROUP_HEIGHT: f32 = GROUP;
/// Height of the row that unfolds more of them.
pub const FOLD_HEIGHT: f32 = 36.0;

/// Height of so many rows in a lane of this width.
pub fn rows_height(ui: &Ui, width: f32, least: f32, count: usize) -> f32 {
    lines_of(width, least, count) as f32 * row_height(ui)
}

/// The row that unfolds rows and folds them again.
pub fn fold(ui: &mut Ui, label: &str, is_open: bool) -> Response {
    let wanted = vec2(ui.available_width(), FOLD_HEIGHT);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    let button = disclosure::button(label, is_open);
    let size = button.size(ui);
    let at = pos2(
        rect.left() + PADDING - button.padding(),
        rect.center().y - size.y / 2.0,
    );
    button.put(ui, Rect::from_min_size(at, size))
}

/// Rows below each other.
fn lines_of(width: f32, least: f32, count: usize) -> usize {
    let most = ((width / least).floor() as usize).max(1);
    count.div_ceil(most)
}

/// Draws rows in columns that are at least `least` wide, read downwards; the last ones of a card have its round
/// corners. Returns the row that was chosen.
pub fn rows<'a>(
    ui: &mut Ui,
    least: f32,
    count: usize,
    ends_card: bool,
    row: impl Fn(usize) -> Row<'a>,
) -> Option<usize> {
    let area = ui.available_rect_before_wrap();
    let lines = lines_of(area.width(), least, count).max(1);
    let columns = count.div_ceil(lines).max(1);
    let height = row_height(ui);
    let width = area.width() / columns as f32;
    let mut chosen = None;
    for index in 0..count {
        let (column, line) = (index / lines, index % lines);
        let at = vec2(column as f32 * width, line as f32 * height);
        let rect = Rect::from_min_size(area.min + at, vec2(width, height));
        let is_last = ends_card && index + 1 == count;
        if one(ui, rect, index, &row(index), is_last).clicked_or_reached() {
            chosen = Some(index);
        }
    }
    let all = Rect::from_min_size(area.min, vec2(area.width(), lines as f32 * height));
    let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
    for column in 1..columns {
        let x = area.left() + column as f32 * width;
        ui.painter().vline(x, all.y_range(), line);
    }
    ui.advance_cursor_after_rect(all);
    chosen
}

/// Chinese lines are higher.
fn row_height(ui: &Ui) -> f32 {
    let script = style::preferences(ui.ctx()).script;
    Type::Small.line(script) + Type::Caption.line(script) + PADDING
}

trait Chosen {
    fn clicked_or_reached(&self) -> bool;
}

impl Chosen for Response {
    /// Pressed, or reached by the arrows.
    fn clicked_or_reached(&self) -> bool {
        self.clicked() || self.gained_focus()
    }
}

fn one(ui: &mut Ui, rect: Rect, index: usize, row: &Row<'_>, is_last: bool) -> Response {
    let tokens = Tokens::of(ui);
    let id = ui.scope_id().with(("check", index));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let spoken = format!("{}, {}, {}", row.title, row.detail, row.spoken);
        WidgetInfo::selected(Role::ListBoxOption, true, row.is_selected, spoken)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let inside = rect.shrink2(vec2(1.0, 0.0));
    // The last row has the round corners of its card below it.
    let bottom = if is_last { radius::CARD - 1 } else { 0 };
    let corner = CornerRadius {
        sw: bottom,
        se: bottom,
        ..CornerRadius::ZERO
    };
    if row.is_selected {
        ui.painter().rect_filled(inside, corner, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(inside, corner, tokens.hover);
    }
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    let y = rect.center().y;
    let first = pos2(
        rect.left() + PADDING + 8.0,
        rect.top() + PADDING / 2.0 + 10.0,
    );
    paint_mark(ui, first, row.mark);
    let left = rect.left() + TEXT_LEFT;
    let width = rect.right() - left - 8.0;
    let is_ahead = matches!(row.mark, Mark::Waiting | Mark::Skipped);
    let color = if is_ahead {
        tokens.secondary
    } else {
        tokens.text
    };
    let (title, cut) = text::middle(ui, row.title, Type::Small, color, width);
    let (detail, cut_too) = text::start(ui, row.detail, Type::Caption, tokens.muted, width);
    let top = y - (title.size().y + detail.size().y) / 2.0;
    let below = top + title.size().y;
    ui.painter().galley(pos2(left, top), title, color);
    ui.painter().galley(pos2(left, below), detail, tokens.muted);
    focus::ring_inside(ui, &response, rect, radius::CONTROL);
    match cut || cut_too {
        true => response.on_hover_text(format!("{}\n{}", row.title, row.detail)),
        false => response,
    }
}

fn paint_mark(ui: &Ui, center: Pos2, mark: Mark) {
    let tokens = Tokens::of(ui);
    match mark {
        Mark::Ended(tone) => icon::paint_tone(ui, center, tone, size::ICON),
        Mark::Unknown => icon::paint(ui, center, Icon::Question, size::ICON, tokens.warn.solid),
        Mark::Skipped => icon::paint(ui, center, Icon::Minus, size::ICON, tokens.muted),
        Mark::Waiting => {
            let stroke = Stroke::new(1.2, tokens.control);
            let ring = arc(center, 6.0, 0.0, 1.0);
            let dashes = Shape::dashed_line(&ring, stroke, 3.0, 3.0);
            ui.painter().extend(dashes);
        }
        Mark::Running => {
            let stroke = Stroke::new(1.5, tokens.accent);
            let start = turned(ui);
            ui.painter()
                .line(arc(center, 6.0, start, start + 0.8), stroke);
        }
    }
}

/// How far the running arc has turned; it stands still where nothing may move.
fn turned(ui: &Ui) -> f32 {
    if style::preferences(ui.ctx()).reduced_motion {
        return 0.0;
    }
    ui.ctx().request_repaint_after(BEAT);
    let beat = (ui.input(|input| input.time) * 10.0).floor() % 10.0;
    beat as f32 / 10.0
}

fn arc(center: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    let points = 0..=POINTS;
    points
        .map(|point| {
            let part = from + (to - from) * point as f32 / POINTS as f32;
            center + radius * Vec2::angled(part * TAU)
        })
        .collect()
}

/// A bar of the time line with its parts, each from 0 to 1.
pub fn bars(ui: &Ui, area: Rect, parts: impl Iterator<Item = (f32, f32, Color32)>) {
    const HEIGHT: f32 = 8.0;
    let top = area.center().y - HEIGHT / 2.0;
    for (from, to, color) in parts {
        let left = area.left() + from * area.width();
        let right = (area.left() + to * area.width())
            .max(left + 3.0)
            .min(area.right());
        let bar = Rect::from_min_max(pos2(left.min(right - 3.0), top), pos2(right, top + HEIGHT));
        ui.painter().rect_filled(bar, CornerRadius::same(2), color);
    }
}

/// Code in a sunken box over the whole width; it can be selected.
pub fn code_box(ui: &mut Ui, code: &str) {
    let tokens = Tokens::of(ui);
    egui::Frame::new()
        .fill(tokens.sunken)
        .stroke(Stroke::new(size::STROKE, tokens.border))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(egui::Margin::symmetric(12, 5))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            text::value(ui, code, Type::Mono, tokens.text);
        });
}

/// What is left of a card below its rows.
pub fn rest(ui: &mut Ui, height: f32) {
    if height < 1.0 {
        return;
    }
    let wanted = vec2(ui.available_width(), height);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let line = Stroke::new(size::STROKE, Tokens::of(ui).border);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
}

/// The frame of the rows: surface and border, without padding.
pub fn frame(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let clip = card::bare(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        content(ui);
    });
    let outline = Stroke::new(size::STROKE, Tokens::of(ui).border);
    let corner = CornerRadius::same(radius::CARD);
    ui.painter()
        .rect_stroke(clip.response.rect, corner, outline, StrokeKind::Inside);
}
