//! The card of one identity.

use egui::{Rect, Ui, pos2, vec2};

use crate::state::Action;
use crate::state::chain::ChainAction;
use crate::state::view::bundle::{CellView, IdentityView, MadeForView};
use crate::text::chain::panel as chain_words;
use crate::text::{Lang, bundle, window as words};
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::chain_strip::{Link, chain_strip};
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::field_row::FieldRow;
use crate::ui::widgets::lifetime_bar::lifetime_bar;
use crate::ui::widgets::table::{Column, Table, Width};
use crate::ui::widgets::table_row::Row;
use crate::ui::widgets::{icon, text};

const LABEL: f32 = 72.0;
const BAR: f32 = 94.0;

/// Draws the card.
pub fn ui(ui: &mut Ui, view: &IdentityView, lang: Lang, outbox: &mut Vec<Action>) {
    card::card(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
        head(ui, view, lang, outbox);
        ui.add_space(space::XS);
        fields(ui, view, lang, outbox);
        if !view.made_for.is_empty() {
            ui.add_space(space::S);
            made_for(ui, view, lang);
        }
    });
}

fn head(ui: &mut Ui, view: &IdentityView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.set_min_height(28.0);
        let details = Button::quiet(words::certificate_details(lang))
            .small()
            .trailing_icon(Icon::CaretRight);
        let room = details.size(ui).x + space::S;
        let edge = ui.max_rect().right();
        icon::icon(ui, Icon::Certificate, size::ICON_LIST + 2.0, tokens.accent);
        let free = ui.available_width() - room;
        text::name(ui, &view.name, Type::Heading, tokens.text, free.max(80.0));
        if let Some(kind) = view.kind {
            ui.add(Chip::plain(kind));
        }
        let free = ui.available_width() - room;
        if free > 60.0 {
            text::name(ui, &view.issued_by, Type::Caption, tokens.muted, free);
        }
        if let Some(id) = view.certificate {
            // The words, not the hit area, end at the card's padding.
            let wanted = details.size(ui);
            let right = edge + details.padding();
            let middle = ui.max_rect().center().y;
            let at = pos2(right - wanted.x, middle - wanted.y / 2.0);
            if details.put(ui, Rect::from_min_size(at, wanted)).clicked() {
                outbox.push(Action::ShowCertificate(id));
            }
        }
    });
}

fn fields(ui: &mut Ui, view: &IdentityView, lang: Lang, outbox: &mut Vec<Action>) {
    let tokens = Tokens::of(ui);
    FieldRow::new(words::names(lang), LABEL).show(ui, |ui| {
        let response = text::value(ui, &view.names, Type::Body, tokens.text);
        if let Some(all) = &view.all_names {
            response.on_hover_text(all);
        }
    });
    FieldRow::new(words::valid(lang), LABEL).show(ui, |ui| {
        let life = &view.validity;
        text::line(ui, &life.span, Type::Body, tokens.text);
        ui.add_space(space::S);
        lifetime_bar(ui, BAR, None, tone(life.tone), &life.left);
        ui.add_space(2.0);
        let color = tokens.tone(tone(life.tone)).fg;
        text::line(ui, &life.left, Type::Body, color);
    });
    FieldRow::new(words::private_key(lang), LABEL).show(ui, |ui| {
        text::line(ui, &view.key, Type::Body, tokens.text);
        if !view.key_note.is_empty() {
            let free = ui.available_width();
            text::name(ui, &view.key_note, Type::Caption, tokens.muted, free);
        }
    });
    FieldRow::new(words::chain(lang), LABEL).show(ui, |ui| {
        chain(ui, view, outbox);
        let show = Button::quiet(chain_words::show_chain(lang)).small();
        if ui.add(show).clicked() {
            outbox.push(Action::Chain(ChainAction::Show(Some(view.index))));
        }
    });
}

fn chain(ui: &mut Ui, view: &IdentityView, outbox: &mut Vec<Action>) {
    let links: Vec<Link<'_>> = view
        .chain
        .iter()
        .map(|link| Link {
            name: &link.name,
            suffix: link.note.as_deref(),
            tone: link.tone.map(tone),
            dashed: !link.is_here,
        })
        .collect();
    let pressed = chain_strip(ui, &links).and_then(|index| view.chain.get(index));
    let shown = pressed.and_then(|link| link.certificate);
    outbox.extend(shown.map(Action::ShowCertificate));
}

fn made_for(ui: &mut Ui, view: &IdentityView, lang: Lang) {
    let [first, files, certificate, key, chain, password] = bundle::header(lang);
    let column = |title, width| Column {
        title,
        width,
        numeric: false,
    };
    let columns = [
        column(first, Width::Points(60.0)),
        column(files, Width::Share(1.0)),
        column(certificate, Width::Points(80.0)),
        column(key, Width::Points(78.0)),
        column(chain, Width::Points(96.0)),
        column(password, Width::Points(142.0)),
    ];
    let table = Table {
        name: first,
        columns: &columns,
        row_height: 34.0,
        clickable: false,
        padding: 0.0,
        ruled: true,
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    table.head(ui);
    table.rows(ui, view.made_for.len(), |row, index| {
        if let Some(view) = view.made_for.get(index) {
            server(row, view);
        }
    });
}

fn server(row: &mut Row<'_>, view: &MadeForView) {
    let tokens = row.tokens();
    row.text(view.server, Type::Strong, tokens.text);
    let kind = if view.is_name { Type::Mono } else { Type::Body };
    row.text(&view.files, kind, tokens.text);
    // What is not opened says so once, over all three columns.
    if view.certificate == view.key && view.key == view.chain {
        let mark = view.certificate.tone.map_or(Tone::Neutral, tone);
        row.span(3)
            .verdict(mark, &view.certificate.words, tokens.secondary);
    } else {
        for shown in [&view.certificate, &view.key, &view.chain] {
            cell(row, shown, tokens);
        }
    }
    cell(row, &view.password, tokens);
}

fn cell(row: &mut Row<'_>, view: &CellView, tokens: &Tokens) {
    match view.tone.map(tone) {
        None => row.text(&view.words, Type::Body, tokens.muted),
        Some(Tone::Ok) => row.verdict(Tone::Ok, &view.words, tokens.text),
        Some(Tone::Neutral) => row.verdict(Tone::Neutral, &view.words, tokens.secondary),
        Some(mark) => row.verdict(mark, &view.words, tokens.tone(mark).fg),
    }
}
