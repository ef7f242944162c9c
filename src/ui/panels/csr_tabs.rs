//! The panel of requests: a new one, the check of one that exists, those made before.

use egui::{Rect, Response, Ui, UiBuilder, pos2, vec2};

use crate::state::csr_check::{CheckAction, CsrTab};
use crate::state::view::Views;
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::csr::check as words;
use crate::ui::desk::Desk;
use crate::ui::tokens::{size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::segmented::{self, segmented};

use super::{csr, csr_check, csr_ledger, page};

/// Draws the part that is chosen.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    match model.csr_check.tab {
        CsrTab::New => csr::ui(ui, model, views, lang, desk, outbox),
        CsrTab::Check => page::scrolled(ui, "csr check", |ui| {
            csr_check::ui(ui, model, views, lang, desk, outbox);
        }),
        CsrTab::Ledger => page::scrolled(ui, "csr ledger", |ui| {
            let (title, sub) = (words::ledger_title(lang), words::ledger_sub(lang));
            header(ui, model, lang, desk, (title, sub), &[], outbox);
            csr_ledger::ui(ui, model, views, lang, desk, outbox);
        }),
    }
}

/// The panel's header with its parts before the buttons. Returns the buttons as they were drawn.
pub fn header(
    ui: &mut Ui,
    model: &Model,
    lang: Lang,
    desk: &mut Desk,
    (title, sub): (&str, &str),
    buttons: &[Button<'_>],
    outbox: &mut Vec<Action>,
) -> Vec<Response> {
    let labels = [
        words::tab_new(lang),
        words::tab_check(lang),
        words::tab_ledger(lang),
    ];
    let width = segmented::width(ui, &labels);
    let (drawn, right) = page::header_beside(ui, desk, (title, sub), buttons, width + space::M);
    let area = Rect::from_min_size(pos2(right.x - width, right.y), vec2(width, size::BUTTON));
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt("parts"));
    let chosen = CsrTab::ALL
        .iter()
        .position(|tab| *tab == model.csr_check.tab);
    let name = words::tabs(lang);
    if let Some(tab) = segmented(&mut child, name, &labels, chosen.unwrap_or(0))
        .and_then(|index| CsrTab::ALL.get(index))
    {
        outbox.push(Action::CsrCheck(CheckAction::Show(*tab)));
    }
    drawn
}
