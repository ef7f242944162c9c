//! The wizard that turns a certificate and its key into what a server reads: source, target, result.

use egui::{Key, Modifiers, Ui};

use crate::state::convert::{Change, ConvertAction, Progress};
use crate::state::drafts::convert::Step;
use crate::state::view::Views;
use crate::state::view::convert::{ConvertView, flag};
use crate::state::{Action, Model};
use crate::text::convert::panel as words;
use crate::text::{Lang, window};
use crate::ui::commands::Command;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::checkbox::checkbox;
use crate::ui::widgets::drop_zone::DropZone;
use crate::ui::widgets::stepper::{self, stepper};
use crate::ui::widgets::text;
use crate::ui::widgets::wizard_footer::{Pressed, footed, wizard_footer};

use super::{bundle_state, convert_password, convert_result, convert_source, convert_target, page};

const ZONE_MIN: f32 = 240.0;

/// Draws the panel.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    views: &Views,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    desk.convert.follow(&model.convert, outbox);
    let Some(view) = &views.convert else {
        empty(ui, model, lang, desk, outbox);
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

/// Each step begins at its top, and so does what was written.
const fn page_of(model: &Model) -> &'static str {
    match (model.convert.draft.step, &model.convert.progress) {
        (Step::Source, _) => "convert source",
        (Step::Target, _) => "convert target",
        (Step::Result, Progress::Written(_)) => "convert written",
        (Step::Result, _) => "convert result",
    }
}

/// Adds a step of the conversion to what has happened.
pub fn push(outbox: &mut Vec<Action>, action: ConvertAction) {
    outbox.push(Action::Convert(action));
}

/// Adds a change of the draft to what has happened.
pub fn change(outbox: &mut Vec<Action>, change: Change) {
    push(outbox, ConvertAction::Change(change));
}

fn body(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    page::header(ui, desk, words::convert(lang), &view.sub, &[]);
    bundle_state::ui(ui, model, lang, outbox);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(1.0);
    steps(ui, model, view, lang, outbox);
    ui.add_space(page::gap(ui));
    match model.convert.draft.step {
        Step::Source => convert_source::ui(ui, view, lang, desk, outbox),
        Step::Target => convert_target::ui(ui, model, view, lang, desk, outbox),
        Step::Result => convert_result::ui(ui, model, view, lang, desk, outbox),
    }
}

fn steps(ui: &mut Ui, model: &Model, view: &ConvertView, lang: Lang, outbox: &mut Vec<Action>) {
    let names = [
        words::source(lang),
        words::step_target(lang),
        words::step_result(lang),
    ];
    let current = Step::ALL
        .iter()
        .position(|step| *step == model.convert.draft.step)
        .unwrap_or(0);
    let is_made = model.convert.progress.made().is_some();
    let spoken: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(index, name)| words::step(lang, index + 1, names.len(), name))
        .collect();
    let steps: Vec<stepper::Step<'_>> = names
        .iter()
        .zip(&spoken)
        .enumerate()
        .map(|(index, (label, spoken))| stepper::Step {
            label,
            spoken,
            is_done: index < current
                || index == 2 && matches!(model.convert.progress, Progress::Written(_)),
            is_open: match index {
                0 => true,
                1 => view.source.off.is_none(),
                _ => is_made,
            },
        })
        .collect();
    if let Some(step) = stepper(ui, &steps, current).and_then(|index| Step::ALL.get(index)) {
        change(outbox, Change::GoTo(*step));
    }
}

fn footer(
    ui: &mut Ui,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let side = if page::is_narrow(ui) { 24.0 } else { 32.0 };
    match model.convert.draft.step {
        Step::Source => {
            let next = Button::primary(words::next_target(lang))
                .trailing_icon(Icon::ArrowRight)
                .off(view.source.off);
            let pressed = wizard_footer(ui, side, None, Some(next), |ui| {
                reason(ui, view.source.off);
            });
            if pressed == Some(Pressed::Next) {
                change(outbox, Change::GoTo(Step::Target));
            }
        }
        Step::Target => target_footer(ui, side, model, view, lang, desk, outbox),
        Step::Result => convert_result::footer(ui, side, model, view, lang, outbox),
    }
}

fn target_footer(
    ui: &mut Ui,
    side: f32,
    model: &Model,
    view: &ConvertView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let off = convert_password::why_not(model, view, lang, desk);
    let next = Button::primary(words::next_preview(lang))
        .trailing_icon(Icon::ArrowRight)
        .off(off.as_deref());
    let needs_password = view
        .target
        .plan
        .as_ref()
        .is_some_and(|plan| plan.needs_password);
    let pressed = wizard_footer(ui, side, Some(back(lang)), Some(next), |ui| {
        if needs_password {
            let mut is_written = model.convert.draft.has_password_file;
            let label = words::password_file(lang);
            let response = checkbox(ui, &mut is_written, label);
            let why = words::password_file_why(lang);
            let hint = format!("{why}\n{}", flag::WRITE_PASSWORD_FILE);
            let response = response.on_hover_text(hint);
            if response.changed() {
                change(outbox, Change::WritePasswordFile(is_written));
            }
            ui.add_space(space::S);
        }
        reason(ui, off.as_deref());
    });
    let is_free = model.dialog.is_none() && !model.is_palette_open;
    let is_hurried = is_free
        && off.is_none()
        && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    match pressed.or(is_hurried.then_some(Pressed::Next)) {
        Some(Pressed::Back) => change(outbox, Change::GoTo(Step::Source)),
        Some(Pressed::Next) => push(
            outbox,
            ConvertAction::Make {
                stem: view.stem.clone(),
                passwords: desk.convert.passwords(&model.convert, view),
            },
        ),
        None => {}
    }
}

/// The button that leads to the step before.
pub fn back(lang: Lang) -> Button<'static> {
    Button::standard(words::back(lang)).icon(Icon::ArrowLeft)
}

/// Why the next step cannot be taken.
pub fn reason(ui: &mut Ui, off: Option<&str>) {
    if let Some(reason) = off {
        let color = Tokens::of(ui).muted;
        let width = ui.available_width();
        text::name(ui, reason, Type::Small, color, width);
    }
}

fn empty(ui: &mut Ui, model: &Model, lang: Lang, desk: &mut Desk, outbox: &mut Vec<Action>) {
    let bottom = ui.max_rect().bottom();
    page::scrolled(ui, "convert empty", |ui| {
        page::header(
            ui,
            desk,
            words::convert(lang),
            words::convert_sub(lang),
            &[],
        );
        bundle_state::ui(ui, model, lang, outbox);
        let ways = [Command::OpenFiles, Command::OpenFolder, Command::PastePem];
        let buttons = [
            Button::primary(window::open_files(lang)).icon(Icon::Files),
            Button::standard(window::open_folder(lang)).icon(Icon::FolderOpen),
            Button::standard(window::paste_pem(lang)).icon(Icon::ClipboardText),
        ];
        let zone = DropZone {
            title: words::drop_title(lang),
            hint: words::drop_hint(lang),
            actions: &buttons,
            aside: None,
            in_flight: false,
        };
        let free = bottom - ui.cursor().top() - space::XL;
        let pressed = zone.show(ui, free.max(ZONE_MIN));
        if let Some(crate::ui::widgets::drop_zone::Pressed::Action(index)) = pressed {
            let way = ways.get(index).copied();
            outbox.extend(way.and_then(|command| command.action(model, lang).ok()));
        }
    });
}
