//! Everything in one certificate, human first.

use egui::{Frame, Margin, Ui};

use crate::state::drafts::CertificateTab;
use crate::state::view::Views;
use crate::state::view::certificate::{CertificateView, FieldKind, FieldView};
use crate::state::{Action, Model, Saving};
use crate::text::{Lang, window as words};
use crate::ui::commands::Command;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::field_row::FieldRow;
use crate::ui::widgets::lifetime_bar::lifetime_bar;
use crate::ui::widgets::state_card::StateCard;
use crate::ui::widgets::tab_bar::tab_bar;
use crate::ui::widgets::verdict_line::verdict_line;
use crate::ui::widgets::{card, text};

use super::{certificate_details, certificate_raw, certificate_side, page};

const LABEL: f32 = 120.0;
const BAR: f32 = 188.0;

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    page::scrolled(ui, "certificate", |ui| match &views.certificate {
        None => empty(ui, model, lang, desk, outbox),
        Some(view) => shown(ui, view, lang, desk, outbox),
    });
}

fn empty(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    page::header(ui, desk, words::certificate(lang), "", &[]);
    let open = [Button::primary(words::open_files(lang)).icon(Icon::Files)];
    let title = words::certificate_empty(lang);
    let hint = words::certificate_empty_hint(lang);
    let card = StateCard::empty(Icon::Certificate, title, hint).actions(&open);
    if card.show(ui).is_some() {
        outbox.extend(Command::OpenFiles.action(model, lang).ok());
    }
}

fn shown(
    ui: &mut Ui,
    view: &CertificateView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let buttons = [
        Button::standard(words::save_pem(lang)).icon(Icon::DownloadSimple),
        Button::standard(words::save_der(lang)).icon(Icon::DownloadSimple),
    ];
    match page::header(ui, desk, &view.title, &view.sub, &buttons) {
        Some(0) => outbox.push(Action::AskSave(Saving::CertificatePem(view.id))),
        Some(_) => outbox.push(Action::AskSave(Saving::CertificateDer(view.id))),
        None => {}
    }
    let verdict = &view.verdict;
    verdict_line(ui, tone(verdict.tone), &verdict.sentence, &verdict.context);
    ui.add_space(page::gap(ui));
    tabs(ui, lang, desk);
    ui.add_space(page::gap(ui));
    page::columns(
        ui,
        &mut (desk, outbox),
        |ui, (desk, outbox)| match desk.drafts.certificate.tab {
            CertificateTab::Summary => {
                summary(ui, view, outbox);
                certificate_details::extensions(ui, view, lang, desk, outbox);
            }
            CertificateTab::Fields => certificate_details::fields(ui, view, outbox),
            CertificateTab::Raw => {
                certificate_raw::ui(ui, &view.raw, lang);
                certificate_details::raw(ui, view, lang, outbox);
            }
        },
        |ui, (desk, outbox)| certificate_side::ui(ui, view, lang, desk, outbox),
    );
}

fn tabs(ui: &mut Ui, lang: Lang, desk: &mut Desk) {
    const TABS: [CertificateTab; 3] = [
        CertificateTab::Summary,
        CertificateTab::Fields,
        CertificateTab::Raw,
    ];
    let labels = [
        words::summary_tab(lang),
        words::fields_tab(lang),
        words::raw_tab(lang),
    ];
    let tab = &mut desk.drafts.certificate.tab;
    let chosen = TABS.iter().position(|held| held == tab).unwrap_or(0);
    if let Some(index) = tab_bar(ui, &labels, chosen) {
        *tab = TABS.get(index).copied().unwrap_or_default();
    }
}

fn summary(ui: &mut Ui, view: &CertificateView, outbox: &mut Vec<Action>) {
    card::bare(ui, |ui| {
        // The rows have room of their own above and below.
        let margin = Margin::symmetric(20, 9);
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, shown) in view.fields.iter().enumerate() {
                if field(ui, view, shown, index == 0) {
                    outbox.push(Action::Copy(shown.copied.clone()));
                }
            }
        });
    });
}

/// One field; true when its copy button was pressed.
fn field(ui: &mut Ui, view: &CertificateView, field: &FieldView, is_first: bool) -> bool {
    let tokens = Tokens::of(ui);
    let row = FieldRow::new(&field.label, LABEL)
        .copy(&field.copy)
        .in_list(is_first);
    match field.kind {
        FieldKind::Mono => row.text(ui, &field.value, Type::Mono),
        FieldKind::Text => row.text(ui, &field.value, Type::Body),
        FieldKind::Issuer => row.show(ui, |ui| {
            text::line(ui, &field.value, Type::Body, tokens.text);
            if let Some(chip) = field.chip {
                ui.add(Chip::plain(chip));
            }
        }),
        FieldKind::Validity => row.show(ui, |ui| {
            let life = &view.validity;
            text::line(ui, &field.value, Type::Body, tokens.text);
            ui.add_space(space::S);
            let room = (ui.available_width() - 120.0).clamp(40.0, BAR);
            lifetime_bar(ui, room, Some(life.passed), tone(life.tone), &life.left);
            let color = tokens.tone(tone(life.tone)).fg;
            text::line(ui, &life.left, Type::Body, color);
        }),
    }
}
