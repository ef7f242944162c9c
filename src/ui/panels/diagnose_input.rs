//! What is to be found out: names and port, CA, what should be served, and the button that begins.

use egui::{Align2, Frame, Key, Margin, Popup, Rect, Response, TextEdit, Ui, UiBuilder, pos2};

use crate::state::diagnose::{DiagnoseAction, Draft};
use crate::state::view::diagnose::{DiagnoseView, flag};
use crate::state::{Action, Model};
use crate::text::Lang;
use crate::text::diagnose::{options, panel as words};
use crate::text::foreign::short;
use crate::ui::desk::Desk;
use crate::ui::icons::Icon;
use crate::ui::tokens::{Tokens, Type, radius, size, space};
use crate::ui::tone::tone;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::choice::{Choice, labelled_choice};
use crate::ui::widgets::focus;
use crate::ui::widgets::icon_button::icon_button;
use crate::ui::widgets::list_row::ListRow;
use crate::ui::widgets::text;
use crate::ui::widgets::text_input::{Name, TextInput, mark_invalid};

use super::diagnose::push;

const AUTHORITY: f32 = 156.0;
const COMPARE: f32 = 272.0;
/// Names need this much at least.
const NAMES: f32 = 196.0;
/// Room of the port, inside the field of the names.
const PORT: i8 = 62;

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
    let stop = Button::standard(words::stop(lang)).icon(Icon::Stop);
    let start = Button::primary(words::run(lang))
        .icon(Icon::Pulse)
        .off(view.no_run);
    // Nothing moves when a run begins.
    let run_width = stop.size(ui).x.max(start.size(ui).x);
    let icons = if view.offered.is_empty() { 1.0 } else { 2.0 };
    let fixed = AUTHORITY + COMPARE + expected.size(ui).x + run_width;
    let icons = icons * (size::BUTTON_SMALL + space::S);
    let left = ui.available_width() - fixed - icons - 4.0 * space::S;
    let is_one_row = left >= NAMES;
    let mut is_entered = false;
    let mut rest = |ui: &mut Ui, draft: &mut Draft| {
        authority(ui, model, view, draft, lang, outbox);
        compare(ui, view, draft, lang, outbox);
        if ui.add(expected).on_hover_text(flag::EXPECT).clicked() {
            push(outbox, DiagnoseAction::AskExpected);
        }
        if icon_button(ui, Icon::GearSix, words::options(lang)).clicked() {
            push(outbox, DiagnoseAction::AskOptions);
        }
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let menu = icons - (size::BUTTON_SMALL + space::S);
        let whole = ui.available_width() - menu - run_width - space::S;
        let width = if is_one_row { left } else { whole };
        is_entered = names(ui, view, &mut draft, width, lang, desk);
        if is_one_row {
            rest(ui, &mut draft);
        }
        let run = if model.diagnose.is_running() {
            stop
        } else {
            start
        };
        let room = ui.available_width() - run.size(ui).x;
        ui.add_space(room.max(0.0));
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

/// The field with its port, and the names that are at hand. True when Enter was pressed.
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
        .room_at_right(PORT)
        .width(width);
    let response = input.show(ui);
    desk.regions.push(response.id);
    let port = port(ui, response.rect, draft, lang);
    let is_left = response.lost_focus() || port.lost_focus();
    let is_entered = is_left && ui.input(|input| input.key_pressed(Key::Enter));
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

/// The port at the right end of the field.
fn port(ui: &mut Ui, field: Rect, draft: &mut Draft, lang: Lang) -> Response {
    let usual = draft.usual_port().to_string();
    let is_wrong = draft.read_port().is_none();
    let tokens = Tokens::of(ui);
    let color = match is_wrong {
        true => tokens.error.fg,
        false => tokens.muted,
    };
    let inside = Rect::from_min_max(
        pos2(
            field.right() - f32::from(PORT) + space::XS,
            field.top() + 3.0,
        ),
        pos2(field.right() - 4.0, field.bottom() - 3.0),
    );
    let edit = TextEdit::singleline(&mut draft.port)
        .id_salt("port")
        .frame(Frame::NONE.inner_margin(Margin {
            left: 6,
            right: 6,
            top: 1,
            bottom: 3,
        }))
        .font(Type::Body.font())
        .text_color(color)
        .hint_text(usual)
        .char_limit(5)
        .align(Align2::RIGHT_CENTER);
    // A child, so that what stands in the field moves nothing beside it.
    let mut child = ui.new_child(UiBuilder::new().max_rect(inside).id_salt("port"));
    let response = child.put(inside, edit);
    focus::ring_always(ui, &response, inside, radius::CONTROL);
    if is_wrong {
        mark_invalid(ui, &response, options::no_port(lang));
    }
    response
        .accessible_name(options::port(lang))
        .on_hover_text(flag::PORT)
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
        true => words::authority_none(lang).to_owned(),
        false => short(chosen).into_owned(),
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
    let (response, pressed) = labelled_choice(ui, "authority", words::authority(lang), &it);
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

/// What should be served: a certificate that is open, or one to be opened.
fn compare(
    ui: &mut Ui,
    view: &DiagnoseView,
    draft: &mut Draft,
    lang: Lang,
    outbox: &mut Vec<Action>,
) {
    let choices = &view.compare.options;
    let mut labels: Vec<&str> = choices.iter().map(|(label, _)| label.as_str()).collect();
    labels.push(options::compare_open(lang));
    let it = Choice {
        name: options::compare(lang),
        shown: &view.compare.shown,
        options: &labels,
        filter: (labels.len() > 8).then(|| options::compare_filter(lang)),
        width: COMPARE,
    };
    let (response, pressed) = labelled_choice(ui, "compare", it.name, &it);
    response.on_hover_text(flag::AGAINST);
    match pressed {
        None => {}
        Some(index) => match choices.get(index) {
            Some((_, compare)) => draft.compare = *compare,
            None => outbox.push(Action::AskAddFiles),
        },
    }
}
