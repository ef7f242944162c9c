//! Nothing is open: the drop zone, what was opened before, what can be read.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::state::view::Views;
use crate::state::{Action, Model};
use crate::text::diagnose::options;
use crate::text::{Lang, window as words};
use crate::ui::commands::Command;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::space;
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::drop_zone::{DropZone, Pressed};
use crate::ui::widgets::list_row::ListRow;

use super::{bundle_state, page};

const ROW: f32 = 44.0;
/// Recent files on the card; the palette knows all.
const RECENT: usize = 3;
/// Both cards: title and three rows.
const CARDS: f32 = 188.0;
/// Share of the left card.
const LEFT: f32 = 0.585;
/// Where the verdicts of the recent list begin, from the right.
const CHIP: f32 = 220.0;
const ZONE_MIN: f32 = 240.0;
const BELOW: f32 = 34.0;

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let panel_bottom = ui.max_rect().bottom();
    page::scrolled(ui, "empty", |ui| {
        page::header(ui, desk, words::bundle(lang), words::bundle_sub(lang), &[]);
        bundle_state::ui(ui, model, lang, outbox);
        let free = panel_bottom - ui.cursor().top() - space::XL - CARDS - BELOW;
        zone(ui, model, lang, free.max(ZONE_MIN), outbox);
        ui.add_space(space::XL);
        cards(ui, views, lang, outbox);
    });
}

fn zone(ui: &mut Ui, model: &Model, lang: Lang, height: f32, outbox: &mut Vec<Action>) {
    let ways = [
        Command::OpenFiles,
        Command::OpenFolder,
        Command::PastePem,
        Command::OpenServer,
    ];
    let buttons = [
        Button::primary(words::open_files(lang)).icon(Icon::Files),
        Button::standard(words::open_folder(lang)).icon(Icon::FolderOpen),
        Button::standard(words::paste_pem(lang)).icon(Icon::ClipboardText),
        Button::standard(options::open_server_button(lang)).icon(Icon::Plugs),
    ];
    let zone = DropZone {
        title: words::drop_title(lang),
        hint: words::drop_hint(lang),
        actions: &buttons,
        aside: Some((
            words::first_time(lang),
            Button::quiet(words::try_sample(lang)).small(),
        )),
        in_flight: false,
    };
    let run = match zone.show(ui, height) {
        Some(Pressed::Action(index)) => ways.get(index).copied(),
        Some(Pressed::Aside) => Some(Command::TrySample),
        None => None,
    };
    outbox.extend(run.and_then(|command| command.action(model, lang).ok()));
}

fn cards(ui: &mut Ui, views: &Views, lang: Lang, outbox: &mut Vec<Action>) {
    let area = ui.available_rect_before_wrap();
    let left_width = ((area.width() - space::XL) * LEFT).round();
    let left = Rect::from_min_size(area.min, vec2(left_width, CARDS));
    let right = Rect::from_min_max(
        pos2(left.right() + space::XL, area.top()),
        pos2(area.right(), area.top() + CARDS),
    );
    let mut first = ui.new_child(UiBuilder::new().max_rect(left).id_salt("recent"));
    recent(&mut first, views, lang, outbox);
    let mut second = ui.new_child(UiBuilder::new().max_rect(right).id_salt("reads"));
    reads(&mut second, lang);
    let bottom = first.min_rect().bottom().max(second.min_rect().bottom());
    let all = Rect::from_min_max(area.min, pos2(area.right(), bottom));
    ui.advance_cursor_after_rect(all);
}

fn recent(ui: &mut Ui, views: &Views, lang: Lang, outbox: &mut Vec<Action>) {
    let clear = Button::quiet(words::clear_list(lang)).small();
    let trailing = (!views.recent.is_empty()).then_some(&clear);
    let bottom = ui.max_rect().bottom();
    let (is_cleared, ()) = card::list(ui, words::recent(lang), trailing, |ui| {
        for (index, recent) in views.recent.iter().take(RECENT).enumerate() {
            let row = ListRow::new(&recent.name)
                .icon(super::file_icon(recent.kind))
                .chip(Chip::verdict(tone(recent.tone), &recent.verdict), CHIP)
                .trailing(&recent.opened)
                .row_height(ROW)
                .clickable();
            let response = ui.push_id(index, |ui| ui.add(row)).inner;
            if response.on_hover_text(&recent.path).clicked() {
                outbox.push(Action::OpenRecent(index));
            }
        }
        if views.recent.is_empty() {
            ui.add(
                ListRow::new(words::recent_empty(lang))
                    .faint()
                    .row_height(ROW),
            );
        }
        fill(ui, bottom);
    });
    if is_cleared {
        outbox.push(Action::ClearRecent);
    }
}

fn reads(ui: &mut Ui, lang: Lang) {
    let rows = [
        (
            Icon::Certificate,
            words::reads_certificates(lang),
            words::reads_certificates_formats(lang),
        ),
        (
            Icon::Key,
            words::reads_keys(lang),
            words::reads_keys_formats(lang),
        ),
        (
            Icon::LockKey,
            words::reads_keystores(lang),
            words::reads_keystores_formats(lang),
        ),
    ];
    let bottom = ui.max_rect().bottom();
    card::list(ui, words::what_it_reads(lang), None, |ui| {
        for (icon, label, formats) in rows {
            ui.add(
                ListRow::new(label)
                    .icon(icon)
                    .trailing(formats)
                    .row_height(ROW),
            );
        }
        fill(ui, bottom);
    });
}

/// Both cards end on one line.
fn fill(ui: &mut Ui, bottom: f32) {
    ui.add_space((bottom - ui.cursor().top() - 1.0).max(0.0));
}
