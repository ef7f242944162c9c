//! What is to be found out: names, CA, rules, what is expected, how to ask, and the button that begins.

use egui::{Key, Popup, Ui};

use crate::core::diagnose::Profile;
use crate::state::diagnose::{DiagnoseAction, Draft};
use crate::state::view::diagnose::{DiagnoseView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::diagnose::panel as words;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Choice, choice};
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput};

use super::diagnose::push;

const AUTHORITY: f32 = 176.0;
const PROFILE: f32 = 150.0;
/// Names need this much at least.
const NAMES: f32 = 200.0;

/// Draws the row and what is said of the names.
pub fn ui(
    ui: &mut Ui,
    model: &Model,
    view: &DiagnoseView,
    lang: Lang,
    desk: &mut Desk,
    outbox: &mut Vec<Action>,
) {
    let mut draft = model.diagnose.draft.clone();
    let expected = match view.expected {
        0 => words::expected(lang).to_owned(),
        count => words::expected_count(lang, count),
    };
    let expected = Button::standard(&expected).icon(Icon::ClipboardText);
    let options = Button::standard(words::options(lang)).icon(Icon::GearSix);
    let off = model.diagnose.target.names.is_empty();
    let run = match model.diagnose.is_running() {
        true => Button::standard(words::stop(lang)).icon(Icon::Stop),
        false => Button::primary(words::run(lang))
            .icon(Icon::Pulse)
            .off(off.then(|| words::name_missing(lang))),
    };
    let fixed = AUTHORITY + PROFILE + expected.size(ui).x + options.size(ui).x + run.size(ui).x;
    let has_offers = !view.offered.is_empty();
    let menu = if has_offers {
        size::BUTTON_SMALL + space::S
    } else {
        0.0
    };
    let left = ui.available_width() - fixed - menu - 5.0 * space::S;
    let is_one_row = left >= NAMES;
    let mut is_entered = false;
    let mut rest = |ui: &mut Ui, draft: &mut Draft| {
        authority(ui, model, view, draft, lang, outbox);
        profile(ui, draft, lang);
        if ui.add(expected).on_hover_text(flag::EXPECT).clicked() {
            push(outbox, DiagnoseAction::AskExpected);
        }
        if ui.add(options).on_hover_text(flag::RESOLVER).clicked() {
            push(outbox, DiagnoseAction::AskOptions);
        }
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let whole = ui.available_width() - menu - run.size(ui).x - space::S;
        let width = if is_one_row { left } else { whole };
        is_entered = names(ui, view, &mut draft, width, lang, desk);
        if is_one_row {
            rest(ui, &mut draft);
        }
        is_entered |= ui.add(run).clicked();
    });
    if !is_one_row {
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            rest(ui, &mut draft);
        });
    }
    if let Some((of, note)) = &view.note {
        ui.add_space(6.0);
        let color = Tokens::of(ui).tone(tone(*of)).fg;
        text::paragraph(ui, note, Type::Caption, color);
    }
    if draft != model.diagnose.draft {
        push(outbox, DiagnoseAction::Change(Box::new(draft)));
    }
    if is_entered {
        let step = match model.diagnose.job() {
            Some(job) => Action::Cancel(job),
            None => Action::Diagnose(DiagnoseAction::Run),
        };
        outbox.push(step);
    }
}

/// The field, and the names that are at hand. True when Enter was pressed.
fn names(
    ui: &mut Ui,
    view: &DiagnoseView,
    draft: &mut Draft,
    width: f32,
    lang: Lang,
    desk: &mut Desk,
) -> bool {
    let input = TextInput::new("names", &mut draft.names, Name::Spoken(words::name(lang)))
        .hint(words::name_hint(lang))
        .icon(Icon::Globe)
        .width(width);
    let response = input.show(ui);
    desk.regions.push(response.id);
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !view.offered.is_empty() {
        let button = icon_button(ui, Icon::Certificate, words::from_open(lang));
        Popup::menu(&button).show(|ui| {
            ui.set_width(280.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (label, names) in &view.offered {
                if ui.add(ListRow::new(label).clickable()).clicked() {
                    draft.names.clone_from(names);
                    ui.close();
                }
            }
        });
    }
    is_entered
}

/// The CA out of the table and the settings; another one is typed among the options.
fn authority(
    ui: &mut Ui,
    model: &Model,
    view: &DiagnoseView,
    draft: &mut Draft,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let chosen = model.diagnose.draft.authority.trim();
    let shown = match chosen.is_empty() {
        true => words::authority_shown(lang, words::authority_none(lang)),
        false => words::authority_shown(lang, chosen),
    };
    let mut options: Vec<&str> = vec![words::authority_none(lang)];
    options.extend(view.authorities.iter().map(String::as_str));
    options.push(words::authority_other(lang));
    let it = Choice {
        name: words::authority(lang),
        shown: &shown,
        options: &options,
        filter: (options.len() > 8).then(|| words::authority_filter(lang)),
        width: AUTHORITY,
    };
    let (response, pressed) = choice(ui, "authority", &it);
    response.on_hover_text(flag::CA);
    match pressed {
        Some(0) => draft.authority.clear(),
        Some(last) if last + 1 == options.len() => push(outbox, DiagnoseAction::AskOptions),
        Some(index) => {
            let name = options.get(index).copied().unwrap_or_default();
            name.clone_into(&mut draft.authority);
        }
        None => {}
    }
}

fn profile(ui: &mut Ui, draft: &mut Draft, lang: Lang) {
    let options = Profile::ALL.map(|profile| words::profile(lang, profile));
    let it = Choice {
        name: words::how_strict(lang),
        shown: words::profile(lang, draft.profile),
        options: &options,
        filter: None,
        width: PROFILE,
    };
    let (response, pressed) = choice(ui, "profile", &it);
    response.on_hover_text(flag::PROFILE);
    if let Some(profile) = pressed.and_then(|index| Profile::ALL.get(index)) {
        draft.profile = *profile;
    }
}
