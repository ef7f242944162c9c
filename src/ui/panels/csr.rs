//! The wizard that makes a key and a request: names, subject, key, protection, review.

use egui::{Key, Modifiers, Popup, Ui};

use crate::state::csr::{Change, CsrAction, Order, Progress, ReadFor};
use crate::state::drafts::csr::Step;
use crate::state::view::Views;
use crate::state::view::csr::{CsrView, flag};
use crate::state::{Action, Model};
use crate::text::csr::{make, panel as words};
use crate::text::{Lang, convert};
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Tone, Type, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::stepper::{self, stepper};
use crate::ui::widgets::wizard_footer::{Pressed, footed, wizard_footer};
use crate::ui::widgets::{icon, text};

use super::{csr_key, csr_names, csr_protection, csr_review, csr_subject, csr_tabs, page};

/// Width of the menu of things to begin with.
const MENU: f32 = 340.0;

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    desk.csr.follow(&model.csr, outbox);
    let Some(view) = &views.csr else {
        return;
    };
    footed(
        ui,
        &mut (desk, outbox),
        |ui, (desk, outbox)| {
            page::scrolled(ui, page_of(model), |ui| {
                body(ui, model, view, lang, desk, outbox);
            });
        },
        |ui, (desk, outbox)| footer(ui, model, view, lang, desk, outbox),
    );
}

/// Each step begins at its top.
const fn page_of(model: &Model) -> &'static str {
    match model.csr.draft.step {
        Step::Names => "csr names",
        Step::Subject => "csr subject",
        Step::Key => "csr key",
        Step::Protection => "csr protection",
        Step::Review => "csr review",
    }
}

/// Adds something done here to what has happened.
pub fn push(outbox: &mut Vec<Action>, action: CsrAction) {
    outbox.push(Action::Csr(action));
}

/// Adds a change of the draft to what has happened.
pub fn change(outbox: &mut Vec<Action>, change: Change) {
    push(outbox, CsrAction::Change(change));
}

fn body(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let buttons = [
        Button::standard(words::start_from(lang)).icon(Icon::FileText),
        Button::standard(words::discard(lang)),
    ];
    let title = (words::title(lang), words::sub(lang));
    let drawn = csr_tabs::header(ui, model, lang, desk, title, &buttons, outbox);
    if let [start, discard] = drawn.as_slice() {
        Popup::menu(start).show(|ui| starts(ui, view, lang, outbox));
        if discard.clicked() {
            push(outbox, CsrAction::Discard);
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(1.0);
    steps(ui, model, view, lang, outbox);
    ui.add_space(page::gap(ui));
    match model.csr.draft.step {
        Step::Names => csr_names::ui(ui, model, view, lang, desk, outbox),
        Step::Subject => csr_subject::ui(ui, model, view, lang, desk, outbox),
        Step::Key => csr_key::ui(ui, model, view, lang, desk, outbox),
        Step::Protection => csr_protection::ui(ui, model, view, lang, desk, outbox),
        Step::Review => csr_review::ui(ui, model, view, lang, desk, outbox),
    }
}

/// What a request can begin with.
fn starts(ui: &mut Ui, view: &CsrView, lang: Lang, outbox: &mut Vec<Action>) {
    ui.set_width(MENU);
    for (index, start) in view.starts.iter().enumerate() {
        let row = ListRow::new(&start.title).second(start.second).clickable();
        let row = ui.push_id(index, |ui| ui.add(row)).inner;
        if row.on_hover_text(flag::FROM).clicked() {
            push(outbox, CsrAction::Begin(start.artifact));
        }
    }
    let row = ListRow::new(words::start_file(lang))
        .clickable()
        .row_height(size::BUTTON);
    if ui.add(row).on_hover_text(flag::FROM).clicked() {
        push(outbox, CsrAction::AskRead(ReadFor::Start));
    }
}

fn steps(ui: &mut Ui, model: &Model, view: &CsrView, lang: Lang, outbox: &mut Vec<Action>) {
    let names = [
        words::names(lang),
        words::subject(lang),
        words::step_key(lang),
        words::step_protection(lang),
        words::step_review(lang),
    ];
    let current = model.csr.draft.step.index();
    let spoken: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(index, name)| convert::panel::step(lang, index + 1, names.len(), name))
        .collect();
    let steps: Vec<stepper::Step<'_>> = names
        .iter()
        .zip(&spoken)
        .zip(Step::ALL)
        .map(|((label, spoken), step)| stepper::Step {
            label,
            spoken,
            is_done: step.index() < current && view.off(step).is_none()
                || step == Step::Review && view.done.is_some(),
            is_open: view.is_open(step),
        })
        .collect();
    if let Some(step) = stepper(ui, &steps, current).and_then(|index| Step::ALL.get(index)) {
        change(outbox, Change::GoTo(*step));
    }
}

/// The button that leads to the step before.
pub fn back(lang: Lang) -> Button<'static> {
    Button::standard(words::back(lang)).icon(Icon::ArrowLeft)
}

fn footer(
    ui: &mut Ui,
    model: &Model,
    view: &CsrView,
    lang: Lang,
    desk: &Desk,
    outbox: &mut Vec<Action>,
) {
    let side = if page::is_narrow(ui) { 24.0 } else { 32.0 };
    let step = model.csr.draft.step;
    let off = off(model, view, lang, desk);
    let next = next(step, view, lang).off(off.map(|(why, _)| why));
    let first = (step == Step::Names).then(|| words::is_first_step(lang));
    let back = back(lang).off(first);
    let pressed = wizard_footer(ui, side, Some(back), Some(next), |ui| {
        let number = step.index() + 1;
        reason(ui, off, &words::step_of(lang, number, Step::ALL.len()));
    });
    let is_free = model.dialog.is_none() && !model.is_palette_open;
    let is_hurried = is_free
        && off.is_none()
        && step != Step::Review
        && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    match pressed.or(is_hurried.then_some(Pressed::Next)) {
        Some(Pressed::Back) => change(outbox, Change::GoTo(step.previous())),
        Some(Pressed::Next) if step != Step::Review => {
            change(outbox, Change::GoTo(step.next()));
        }
        Some(Pressed::Next) if view.done.is_some() => push(outbox, CsrAction::Discard),
        Some(Pressed::Next) => push(
            outbox,
            CsrAction::Make(Order {
                password: desk.csr.password(&view.protection),
                key_path: view.protection.key_path.clone(),
                csr_path: view.protection.csr_path.clone(),
            }),
        ),
        None => {}
    }
}

/// The button that leads on.
fn next(step: Step, view: &CsrView, lang: Lang) -> Button<'static> {
    let label = match step {
        Step::Names => words::next_subject(lang),
        Step::Subject => words::next_key(lang),
        Step::Key => words::next_protection(lang),
        Step::Protection => words::next_review(lang),
        Step::Review if view.done.is_some() => {
            return Button::standard(make::new_request(lang)).icon(Icon::Signature);
        }
        Step::Review => {
            let label = match view.protection.has_key_file {
                true => make::make(lang),
                false => make::make_existing(lang),
            };
            return Button::primary(label).icon(Icon::Signature);
        }
    };
    Button::primary(label).trailing_icon(Icon::ArrowRight)
}

/// Why the next step cannot be taken yet, and whether that is an error.
fn off<'a>(model: &Model, view: &'a CsrView, lang: Lang, desk: &Desk) -> Option<(&'a str, bool)> {
    let step = model.csr.draft.step;
    let is_unprotected = desk.csr.is_missing(&view.protection) && view.done.is_none();
    match step {
        Step::Review if matches!(model.csr.progress, Progress::Making(_)) => {
            Some((make::making(lang), false))
        }
        Step::Protection | Step::Review => view
            .off(step)
            .or(is_unprotected.then(|| (make::password_missing(lang), false))),
        _ => view.off(step),
    }
}

/// Why the next step cannot be taken at the left, which step it is at the right.
pub fn reason(ui: &mut Ui, off: Option<(&str, bool)>, step: &str) {
    let tokens = Tokens::of(ui);
    let step = text::single(ui, step, Type::Small, tokens.muted);
    let room = ui.available_width() - step.size().x - space::L;
    if let Some((reason, is_error)) = off {
        let color = if is_error {
            tokens.error.fg
        } else {
            tokens.muted
        };
        let mut left = 0.0;
        if is_error {
            let wanted = egui::vec2(size::ICON, size::ICON);
            let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
            icon::paint_tone(ui, rect.center(), Tone::Error, size::ICON);
            left = size::ICON + space::S;
        }
        text::name(ui, reason, Type::Small, color, room - left);
    }
    let area = ui.max_rect();
    let x = area.right() - step.size().x - space::S;
    text::paint_centered(ui, &step, x, area.center().y);
}
