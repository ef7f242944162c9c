//! Whom was asked, as bars over time, and the table of who says what.

use egui::{Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::state::view::diagnose::{AskedView, DiagnoseView};
use crate::text::diagnose::panel as words;
use crate::text::{Lang, window};
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::{card, disclosure, lane, text};

/// Width of the card beside the check.
pub const WIDTH: f32 = 344.0;
const ROW: f32 = 24.0;
const LABEL: f32 = 128.0;
const TIME: f32 = 58.0;
/// Those who were asked, shown without being asked for.
const SHOWN: usize = 8;
/// Cells of the table that are shown without scrolling in it.
const CELLS: usize = 12;

/// Draws the time line.
pub fn ui(ui: &mut Ui, view: &DiagnoseView, lang: Lang) {
    let rows = &view.line.rows;
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let wanted = vec2(ui.available_width(), 20.0);
        let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
        card::heading(ui, rect, words::asked_so_far(lang));
        let tokens = Tokens::of(ui);
        let note = words::all_in_parallel(lang);
        let galley = text::single(ui, note, Type::Caption, tokens.muted);
        text::paint_centered(ui, &galley, rect.right() - galley.size().x, rect.center().y);
        ui.add_space(space::S);
        let id = ui.scope_id().with("all asked");
        let is_open = disclosure::is_open(ui, id);
        let shown = if is_open {
            rows.len()
        } else {
            SHOWN.min(rows.len())
        };
        for row in rows.iter().take(shown) {
            line(ui, row);
        }
        if rows.len() > SHOWN {
            let label = match is_open {
                true => words::show_fewer(lang).to_owned(),
                false => words::more(lang, rows.len() - SHOWN),
            };
            let response = ui.add(disclosure::button(&label, is_open));
            disclosure::toggle(ui, id, &response);
        }
    });
}

fn line(ui: &mut Ui, row: &AskedView) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::ListItem, true, format!("{}, {}", row.whom, row.time))
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    let y = rect.center().y;
    let label = LABEL.max(rect.width() * 0.3);
    let (whom, _) = text::middle(ui, &row.whom, Type::Caption, tokens.text, label - 8.0);
    text::paint_centered(ui, &whom, rect.left(), y);
    let time = text::single(ui, &row.time, Type::Caption, tokens.muted);
    text::paint_centered(ui, &time, rect.right() - time.size().x, y);
    let area = Rect::from_min_max(
        pos2(rect.left() + label, rect.top()),
        pos2(rect.right() - TIME, rect.bottom()),
    );
    let parts = row.bars.iter();
    let color = |bar: &crate::state::view::diagnose::Bar| tokens.tone(tone(bar.tone)).solid;
    lane::bars(ui, area, parts.map(|bar| (bar.from, bar.to, color(bar))));
    response.on_hover_text(&row.hover);
}

/// Draws the table of who says what.
pub fn table(ui: &mut Ui, view: &DiagnoseView, lang: Lang) {
    let column = |title, width, numeric| Column {
        title,
        width,
        numeric,
    };
    let mut columns = vec![
        column(words::column_source(lang), Width::Share(1.0), false),
        column(words::column_what(lang), Width::Share(1.2), false),
        column(words::column_value(lang), Width::Share(1.8), false),
        column(words::column_ttl(lang), Width::Points(64.0), true),
    ];
    let has_time = !super::page::is_narrow(ui);
    if has_time {
        columns.push(column(words::column_time(lang), Width::Points(64.0), true));
    }
    let table = Table {
        name: words::who_says(lang),
        columns: &columns,
        row_height: size::ROW_COMPACT,
        clickable: false,
        padding: card::LIST_PADDING,
        ruled: false,
    };
    let rows = &view.table;
    card::list(ui, words::who_says(lang), None, |ui| {
        table.head(ui);
        let height = CELLS.min(rows.len()) as f32 * size::ROW_COMPACT;
        let area = ui.available_rect_before_wrap();
        let inside = Rect::from_min_size(area.min, vec2(area.width(), height));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inside));
        table.scrolled(&mut child, "who says what", rows.len(), |row, index| {
            let Some(said) = rows.get(index) else {
                return;
            };
            let tokens = row.tokens();
            row.text(&said.source, Type::Small, tokens.text);
            row.text(&said.what, Type::Small, tokens.secondary);
            match said.is_empty {
                true => row.tone(tone(said.tone), &said.values, tokens.secondary),
                false => row.text(&said.values, Type::Mono, tokens.text),
            }
            row.text(&said.ttl, Type::Small, tokens.secondary);
            if has_time {
                row.text(&said.time, Type::Small, tokens.muted);
            }
        });
        ui.advance_cursor_after_rect(inside);
    });
}

/// The system's own words, on demand.
pub fn raw(ui: &mut Ui, lang: Lang, system: &str) {
    let id = ui.scope_id().with("raw words");
    let is_open = disclosure::is_open(ui, id);
    let response = ui.add(disclosure::button(window::details(lang), is_open));
    disclosure::toggle(ui, id, &response);
    if is_open {
        lane::code_box(ui, system);
    }
}
