//! The command palette: everything the window can do or open, found by typing.

use egui::text::LayoutJob;
use egui::{
    Align2, Area, Color32, Context, CornerRadius, Id, Key, Modifiers, Order, Rect, Response,
    ScrollArea, Sense, Stroke, TextEdit, Ui, UiKind, WidgetInfo, accesskit::Role, pos2, vec2,
};

use crate::state::view::Views;
use crate::state::{Action, Model};
use crate::text::{Lang, command as command_words, window as words};

use super::commands::{Command, Group};
use super::desk::Desk;
use super::icons::Icon;
use super::palette_entries::{Entry, entries};
use super::tokens::{Tokens, Type, radius, size, space};
use super::widgets::{dialog, icon, key_cap, text};

const INPUT: f32 = 52.0;
const FOOTER: f32 = 36.0;
/// Rows in sight before the list scrolls.
const LIST: f32 = 418.0;
const TOP: f32 = 112.0;

/// Draws the palette when it is open.
pub fn ui(
    ctx: &Context,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let is_new = model.is_palette_open && !desk.was_palette_open;
    desk.was_palette_open = model.is_palette_open;
    if !model.is_palette_open {
        return;
    }
    if is_new {
        desk.drafts.palette.query.clear();
        desk.drafts.palette.chosen = 0;
    }
    let area = Area::new(Id::unique("palette"))
        .kind(UiKind::Modal)
        .order(Order::Foreground)
        .anchor(Align2::CENTER_TOP, vec2(0.0, top(ctx)));
    let title = words::search(lang);
    let shown = dialog::bare(ctx, area, title, size::PALETTE, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let moved = keys(ui);
        query_field(ui, lang, is_new, desk);
        let found = entries(model, views, lang, &desk.drafts.palette.query);
        let chosen = choose(&mut desk.drafts.palette.chosen, moved, found.len());
        let pressed = list(ui, lang, &found, chosen, moved != 0);
        footer(ui, lang, found.len());
        let entered = ui.input(|input| input.key_pressed(Key::Enter));
        let run = pressed.or(entered.then_some(chosen));
        run.and_then(|index| found.into_iter().nth(index))
    });
    if let Some(entry) = shown.inner {
        if let Ok(action) = entry.action {
            outbox.push(Action::TogglePalette);
            outbox.push(action);
        }
    } else if shown.dismissed {
        outbox.push(Action::TogglePalette);
    }
}

fn top(ctx: &Context) -> f32 {
    let height = ctx.content_rect().height();
    TOP.min((height - INPUT - FOOTER - LIST).max(16.0) / 2.0 + 8.0)
        .max(16.0)
}

/// How far the arrows moved the choice.
fn keys(ui: &mut Ui) -> isize {
    ui.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        isize::try_from(down).unwrap_or(0) - isize::try_from(up).unwrap_or(0)
    })
}

fn choose(chosen: &mut usize, moved: isize, count: usize) -> usize {
    let last = count.saturating_sub(1);
    *chosen = chosen.saturating_add_signed(moved).min(last);
    *chosen
}

fn query_field(ui: &mut Ui, lang: Lang, is_new: bool, desk: &mut Desk) {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), INPUT);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let y = rect.center().y;
    let at = pos2(rect.left() + 27.0, y);
    icon::paint(
        ui,
        at,
        Icon::MagnifyingGlass,
        size::ICON_LIST,
        tokens.secondary,
    );
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    let field = Rect::from_min_max(
        pos2(rect.left() + 48.0, rect.top() + 10.0),
        pos2(rect.right() - 16.0, rect.bottom() - 10.0),
    );
    let draft = &mut desk.drafts.palette;
    let edit = TextEdit::singleline(&mut draft.query)
        .id_salt("palette query")
        .font(egui::FontId::new(Type::Heading.size(), Type::Body.family()))
        .frame(egui::Frame::NONE)
        .hint_text(words::search(lang))
        .align(Align2::LEFT_CENTER)
        .desired_width(field.width());
    let response = ui.put(field, edit).accessible_name(words::search(lang));
    if response.changed() {
        draft.chosen = 0;
    }
    if is_new || !response.has_focus() {
        response.request_focus();
    }
}

fn list(ui: &mut Ui, lang: Lang, found: &[Entry], chosen: usize, is_moved: bool) -> Option<usize> {
    let mut pressed = None;
    let room = ui.ctx().content_rect().height() - INPUT - FOOTER - 64.0;
    ScrollArea::vertical()
        .max_height(LIST.min(room))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(space::XS);
            let mut group = None;
            for (index, entry) in found.iter().enumerate() {
                if group != Some(entry.group) {
                    group = Some(entry.group);
                    heading(ui, lang, entry.group);
                }
                let response = row(ui, entry, index == chosen);
                if index == chosen && is_moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    pressed = Some(index);
                }
            }
            if found.is_empty() {
                ui.add_space(space::L);
                ui.horizontal(|ui| {
                    ui.add_space(space::L);
                    let color = Tokens::of(ui).muted;
                    text::line(ui, words::palette_nothing(lang), Type::Body, color);
                });
                ui.add_space(space::M);
            }
            ui.add_space(space::S);
        });
    pressed
}

fn heading(ui: &mut Ui, lang: Lang, group: Group) {
    let wanted = vec2(ui.available_width(), 30.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let label = match group {
        Group::Do => command_words::group_do(lang),
        Group::Learn => command_words::group_learn(lang),
        Group::Open => command_words::group_open(lang),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, label));
    let galley = text::single(ui, label, Type::Caption, Tokens::of(ui).muted);
    text::paint_centered(ui, &galley, rect.left() + 16.0, rect.center().y + 1.0);
}

fn row(ui: &mut Ui, entry: &Entry, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), size::PALETTE_ROW);
    let (outer, response) = ui.allocate_exact_size(wanted, Sense::click());
    let is_on = entry.action.is_ok();
    response
        .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, is_on, is_chosen, &entry.title));
    if !ui.is_rect_visible(outer) {
        return response;
    }
    let rect = outer.shrink2(vec2(8.0, 0.0));
    let corner = CornerRadius::same(radius::CONTROL);
    if is_chosen {
        ui.painter().rect_filled(rect, corner, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corner, tokens.hover);
    }
    let y = rect.center().y;
    let (icon_color, color) = match (is_on, is_chosen) {
        (false, _) => (tokens.disabled, tokens.disabled),
        (true, true) => (tokens.accent, tokens.text),
        (true, false) => (tokens.secondary, tokens.text),
    };
    icon::paint(
        ui,
        pos2(rect.left() + 20.0, y),
        entry.icon,
        18.0,
        icon_color,
    );
    let left = rect.left() + 42.0;
    let right = caps(ui, rect, &entry.keys);
    let title = ui.painter().layout_job(marked(ui, entry, color));
    let width = title.size().x;
    text::paint_centered(ui, &title, left, y);
    let hint_left = left + width + 12.0;
    let hint = match &entry.action {
        Err(reason) => reason,
        Ok(_) => entry.hint.as_str(),
    };
    let room = right - hint_left - 8.0;
    if !hint.is_empty() && room > 40.0 {
        let (galley, _) = text::middle(ui, hint, Type::Small, tokens.muted, room);
        text::paint_centered(ui, &galley, hint_left, y);
    }
    response
}

/// The title with what was typed set bold.
fn marked(ui: &Ui, entry: &Entry, color: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = text::format(ui, Type::Body, color);
    let strong = text::format(ui, Type::Strong, color);
    let (start, end) = entry.matched.unwrap_or((0, 0));
    let part = |from: usize, to: usize| entry.title.get(from..to).unwrap_or_default();
    job.append(part(0, start), 0.0, plain.clone());
    job.append(part(start, end), 0.0, strong);
    job.append(part(end, entry.title.len()), 0.0, plain);
    job.wrap.max_width = f32::INFINITY;
    job
}

/// Paints the keys from the right; returns where they begin.
fn caps(ui: &Ui, rect: Rect, keys: &[String]) -> f32 {
    let mut x = rect.right() - 12.0;
    for key in keys.iter().rev() {
        let size = key_cap::key_cap_size(ui, key);
        x -= size.x;
        let at = pos2(x, rect.center().y - size.y / 2.0);
        key_cap::paint_key_cap(ui, Rect::from_min_size(at, size), key);
        x -= 4.0;
    }
    x
}

fn footer(ui: &mut Ui, lang: Lang, count: usize) {
    let tokens = Tokens::of(ui);
    let wanted = vec2(ui.available_width(), FOOTER);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let results = words::results(lang, count);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &results));
    let corner = CornerRadius {
        sw: radius::PALETTE,
        se: radius::PALETTE,
        ..CornerRadius::ZERO
    };
    ui.painter().rect_filled(rect, corner, tokens.sunken);
    let line = Stroke::new(size::STROKE, tokens.border);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
    let y = rect.center().y;
    let mut x = rect.left() + 16.0;
    let hints: [(&[&str], &str); 3] = [
        (&["↑", "↓"], words::palette_move(lang)),
        (&["Enter"], words::palette_run(lang)),
        (&["Esc"], words::palette_close(lang)),
    ];
    for (keys, label) in hints {
        for key in keys {
            let size = key_cap::key_cap_size(ui, key);
            let at = pos2(x, y - size.y / 2.0);
            key_cap::paint_key_cap(ui, Rect::from_min_size(at, size), key);
            x += size.x + 6.0;
        }
        let galley = text::single(ui, label, Type::Caption, tokens.muted);
        text::paint_centered(ui, &galley, x, y);
        x += galley.size().x + 16.0;
    }
    let galley = text::single(ui, &results, Type::Caption, tokens.muted);
    let left = rect.right() - 16.0 - galley.size().x;
    text::paint_centered(ui, &galley, left, y);
}

/// Whether a command belongs into the palette itself.
pub fn is_listed(command: Command) -> bool {
    command != Command::ShowPalette
}
