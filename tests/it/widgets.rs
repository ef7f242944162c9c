//! The drawn parts are found by role and name, do what their names say, and keep secrets.

use std::cell::{Cell, RefCell};

use certwright::ui::icons::Icon;
use certwright::ui::tokens::{Tokens, Tone, Type};
use certwright::ui::widgets::button::Button;
use certwright::ui::widgets::finding_card::{self, Finding, Value, finding_card};
use certwright::ui::widgets::list_row::ListRow;
use certwright::ui::widgets::secret_field::{SecretText, secret_field};
use certwright::ui::widgets::state_card::{self, StateCard};
use certwright::ui::widgets::table::{Column, Table, Width};
use certwright::ui::widgets::text_input::{Name, TextInput};
use certwright::ui::widgets::{
    chain_strip, checkbox, dialog, drop_zone, field_row, icon_button, lifetime_bar, notice,
    progress_card, radio, tab_bar, text, verdict_line,
};
use certwright::ui::{fonts, style};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

fn window<'a>(mut draw: impl FnMut(&mut egui::Ui) + 'a) -> Harness<'a> {
    let mut prepared = false;
    let mut harness = Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        .build_ui(move |ui| {
            if !prepared {
                ui.ctx().set_fonts(fonts::definitions());
                style::apply(ui.ctx(), style::Preferences::default());
                prepared = true;
                ui.ctx().request_repaint();
                return;
            }
            draw(ui);
        });
    harness.run();
    harness
}

#[test]
fn buttons_are_pressed_by_name() {
    let pressed = Cell::new("");
    let mut harness = window(|ui| {
        for button in [
            Button::primary("Apply…"),
            Button::standard("Open…").icon(Icon::FolderOpen),
            Button::quiet("Details").small(),
        ] {
            if ui.add(button).clicked() {
                pressed.set(button.label());
            }
        }
    });
    for name in ["Apply…", "Open…", "Details"] {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run();
        assert_eq!(pressed.get(), name);
    }
}

#[test]
fn a_button_that_is_off_says_why() {
    let harness = window(|ui| {
        ui.add(Button::primary("Next").off(Some("Remove 1 name to go on")));
    });
    let node = harness.get_by_role_and_label(Role::Button, "Next");
    let node = node.accesskit_node();
    assert!(node.is_disabled());
    assert_eq!(node.data().description(), Some("Remove 1 name to go on"));
}

#[test]
fn boxes_and_choices_tell_their_state() {
    let checked = Cell::new(false);
    let mut harness = window(|ui| {
        let mut value = checked.get();
        checkbox::checkbox(ui, &mut value, "Show OIDs");
        checked.set(value);
        radio::radio(ui, true, "One of");
    });
    harness
        .get_by_role_and_label(Role::CheckBox, "Show OIDs")
        .click();
    harness.run();
    assert!(checked.get());
    harness.get_by_role_and_label(Role::RadioButton, "One of");
}

#[test]
fn an_input_is_named_by_its_label_and_tells_its_error() {
    let name = RefCell::new("exa mple.com".to_owned());
    let harness = window(|ui| {
        let color = Tokens::of(ui).muted;
        let label = text::line(ui, "Host", Type::Body, color);
        let mut value = name.borrow_mut();
        TextInput::new("host", &mut value, Name::LabelledBy(label.id))
            .error(Some("A name cannot hold a space"))
            .show(ui);
    });
    let input = harness.get_by_role_and_label(Role::TextInput, "Host");
    assert_eq!(
        input.accesskit_node().data().description(),
        Some("A name cannot hold a space")
    );
    harness.get_by_label("A name cannot hold a space");
}

#[test]
fn a_secret_reaches_neither_the_tree_nor_the_memory_of_egui() {
    let secret = RefCell::new(SecretText::default());
    let mut harness = window(|ui| {
        secret_field(
            ui,
            "password",
            &mut secret.borrow_mut(),
            Name::Spoken("Password"),
            None,
            300.0,
        );
    });
    harness
        .get_by_role_and_label(Role::PasswordInput, "Password")
        .focus();
    harness.run();
    for typed in ["hunter", "2", "ä"] {
        harness
            .get_by_role_and_label(Role::PasswordInput, "Password")
            .type_text(typed);
        harness.run();
    }
    assert_eq!(secret.borrow().expose(), "hunter2ä");
    let node = harness.get_by_role_and_label(Role::PasswordInput, "Password");
    assert_eq!(node.value().as_deref(), Some("••••••••"));
    let id = node.accesskit_node().id();
    let state = harness
        .ctx
        .memory(|memory| memory.focused())
        .and_then(|focused| egui::TextEdit::load_state(&harness.ctx, focused));
    let state = state.unwrap_or_else(|| panic!("no editor has the focus: {id:?}"));
    assert!(!format!("{:?}", state.undoer()).contains("hunter"));
}

#[test]
fn a_revealed_secret_is_painted_and_still_in_no_tree_and_no_layout() {
    use certwright::ui::widgets::secret_field::{ToolWords, secret_field_with};
    use egui::TextBuffer;
    let mut typed = SecretText::default();
    typed.insert_text("hunter2äß", egui::text::CharIndex(0));
    let secret = RefCell::new(typed);
    let copied = Cell::new(0);
    let mut harness = window(|ui| {
        let name = Name::Spoken("Password");
        let words = ToolWords {
            reveal: "Show",
            conceal: "Hide",
            copy: "Copy it",
        };
        let mut field = secret.borrow_mut();
        let (_, is_copied) = secret_field_with(ui, "password", &mut field, name, &words, 300.0);
        if is_copied {
            copied.set(copied.get() + 1);
        }
    });
    harness.get_by_role_and_label(Role::Button, "Show").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Hide");
    assert!(harness.query_by_label_contains("hunter").is_none());
    let field = harness.get_by_role_and_label(Role::PasswordInput, "Password");
    assert_eq!(field.value().as_deref(), Some("•••••••••"));
    let shapes = format!("{:?}", harness.output().shapes);
    assert!(!shapes.contains("hunter"), "laid out as a whole");
    assert!(shapes.contains("text: \"ß\""), "not painted: {shapes}");
    harness
        .get_by_role_and_label(Role::Button, "Copy it")
        .click();
    harness.run();
    assert_eq!(copied.get(), 1);
}

#[test]
fn undo_keys_do_not_harm_a_secret() {
    let secret = RefCell::new(SecretText::default());
    let mut harness = window(|ui| {
        secret_field(
            ui,
            "password",
            &mut secret.borrow_mut(),
            Name::Spoken("Password"),
            None,
            300.0,
        );
    });
    harness.get_by_label("Password").focus();
    harness.run();
    harness.get_by_label("Password").type_text("secret");
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    harness.run();
    assert!(!secret.borrow().expose().contains('•'));
}

#[test]
fn a_finding_offers_remedies_and_opens_its_details() {
    let pressed = Cell::new(None);
    let mut harness = window(|ui| {
        let finding = Finding {
            aside: None,
            tone: Tone::Error,
            sentence: "The password does not open the PFX file",
            place: Some("IIS/shop.example.com.pfx"),
            place_icon: Icon::File,
            code: None,
            reason: "The file is intact, so the password itself is wrong.",
            evidence: &[],
            remedies: &[
                Button::primary("Enter password…").icon(Icon::Password),
                Button::standard("Make a new PFX instead…"),
            ],
            details_label: "Details",
            details: &[Value {
                label: "Id",
                value: "keystore_password_wrong",
                copy: Some("Copy the id"),
            }],
        };
        if let Some(answer) = finding_card(ui, "one", &finding) {
            pressed.set(Some(answer));
        }
    });
    assert!(harness.query_by_label("keystore_password_wrong").is_none());
    harness
        .get_by_role_and_label(Role::Button, "Details")
        .click();
    harness.run();
    harness.get_by_label("keystore_password_wrong");
    harness
        .get_by_role_and_label(Role::Button, "Copy the id")
        .click();
    harness.run();
    assert_eq!(pressed.get(), Some(finding_card::Pressed::CopyDetail(0)));
    harness.get_by_label("Make a new PFX instead…").click();
    harness.run();
    assert_eq!(pressed.get(), Some(finding_card::Pressed::Remedy(1)));
}

#[test]
fn the_drop_zone_is_named_and_offers_its_ways_in() {
    let pressed = Cell::new(None);
    let mut harness = window(|ui| {
        let zone = drop_zone::DropZone {
            title: "Drop what the CA sent you",
            hint: "A zip, a folder, or any files",
            actions: &[
                Button::primary("Open files…"),
                Button::standard("Paste PEM"),
            ],
            aside: Some(("First time here?", Button::quiet("Try the sample bundle"))),
            in_flight: false,
        };
        if let Some(answer) = zone.show(ui, 440.0) {
            pressed.set(Some(answer));
        }
    });
    harness.get_by_role_and_label(Role::Group, "Drop what the CA sent you");
    harness.get_by_label("Paste PEM").click();
    harness.run();
    assert_eq!(pressed.get(), Some(drop_zone::Pressed::Action(1)));
    harness.get_by_label("Try the sample bundle").click();
    harness.run();
    assert_eq!(pressed.get(), Some(drop_zone::Pressed::Aside));
}

#[test]
fn states_are_spoken_and_lead_on() {
    let pressed = Cell::new(None);
    let mut harness = window(|ui| {
        let undo = [Button::standard("Undo")];
        let card = StateCard::done("2 bindings changed", "A copy is kept")
            .actions(&undo)
            .close("Close this message");
        if let Some(answer) = card.show(ui) {
            pressed.set(Some(answer));
        }
        StateCard::cancelled("Stopped after 9 of 20 checks", "What was found stays").show(ui);
        StateCard::error("server.key could not be read", "It ends in its last block").show(ui);
        StateCard::empty(Icon::TreeStructure, "No certificate yet", "Open a bundle").show(ui);
        verdict_line::verdict_line(ui, Tone::Ok, "All fits", "Three servers are ready");
    });
    harness.get_by_label_contains("Stopped after 9 of 20 checks");
    harness.get_by_role_and_label(Role::Heading, "All fits\nThree servers are ready");
    harness.get_by_label("Undo").click();
    harness.run();
    assert_eq!(pressed.get(), Some(state_card::Pressed::Action(0)));
    harness.get_by_label("Close this message").click();
    harness.run();
    assert_eq!(pressed.get(), Some(state_card::Pressed::Close));
}

#[test]
fn progress_is_a_value_and_can_be_cancelled() {
    let cancelled = Cell::new(false);
    let mut harness = window(|ui| {
        let progress = progress_card::Progress {
            stage: "Trying passwords",
            count: "3 of 8",
            fraction: Some(0.375),
            cancel: "Cancel",
        };
        if progress_card::progress_card(ui, &progress) {
            cancelled.set(true);
        }
    });
    let bar = harness.get_by_role_and_label(Role::ProgressIndicator, "Trying passwords");
    assert_eq!(bar.accesskit_node().data().numeric_value(), Some(0.375));
    harness.get_by_label("Cancel").click();
    harness.run();
    assert!(cancelled.get());
}

#[test]
fn rows_fields_tabs_and_links_are_pressed_by_name() {
    let pressed = RefCell::new(Vec::new());
    let mut harness = window(|ui| {
        let note = |what: &'static str, yes: bool| {
            if yes {
                pressed.borrow_mut().push(what);
            }
        };
        let row = ListRow::new("Bind it in IIS").second("choose, preview, apply");
        note("row", ui.add(row.leads_on()).clicked());
        let field = field_row::FieldRow::new("Serial", 120.0).copy("Copy the serial number");
        note("copy", field.text(ui, "0a:6f", Type::Mono));
        note(
            "tab",
            tab_bar::tab_bar(ui, &["Summary", "All fields"], 0) == Some(1),
        );
        let links = [
            link("shop.example.com", None),
            link("Example Root", Some("trusted")),
        ];
        note("link", chain_strip::chain_strip(ui, &links) == Some(1));
        note(
            "icon",
            icon_button::icon_button(ui, Icon::X, "Close").clicked(),
        );
        lifetime_bar::lifetime_bar(ui, 90.0, Some(0.5), Tone::Ok, "195 days left");
        let kept = notice::Notice {
            tone: Tone::Ok,
            title: "Saved",
            detail: Some("leaf.pem"),
            action: None,
            close: "Close the notice",
        };
        note(
            "notice",
            notice::notice(ui, &kept) == Some(notice::Pressed::Close),
        );
    });
    for name in [
        "Bind it in IIS, choose, preview, apply",
        "Copy the serial number",
        "All fields",
        "Example Root, trusted",
        "Close",
        "Close the notice",
    ] {
        harness.get_by_label(name).click();
        harness.run();
    }
    let expected = ["row", "copy", "tab", "link", "icon", "notice"];
    assert_eq!(*pressed.borrow(), expected);
}

fn link<'a>(name: &'a str, suffix: Option<&'a str>) -> chain_strip::Link<'a> {
    chain_strip::Link {
        name,
        suffix,
        tone: suffix.map(|_| Tone::Ok),
        dashed: suffix.is_some(),
    }
}

#[test]
fn a_dialog_is_named_and_closes_by_escape() {
    let dismissed = Cell::new(false);
    let mut harness = window(|ui| {
        let id = egui::Id::unique("test dialog");
        let shown = dialog::dialog(ui.ctx(), id, "Enter the password", 420.0, |ui| {
            ui.add(Button::primary("Open"));
        });
        if shown.dismissed {
            dismissed.set(true);
        }
    });
    harness.get_by_role_and_label(Role::Dialog, "Enter the password");
    harness.get_by_role_and_label(Role::Button, "Open");
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert!(dismissed.get());
}

#[test]
fn ten_thousand_rows_are_countable_and_only_those_in_sight_are_drawn() {
    let drawn = Cell::new(0);
    let columns = [
        Column {
            title: "Name",
            width: Width::Share(1.0),
            numeric: false,
        },
        Column {
            title: "Days left",
            width: Width::Points(90.0),
            numeric: true,
        },
    ];
    let harness = window(|ui| {
        drawn.set(0);
        let table = Table {
            name: "Certificates",
            columns: &columns,
            row_height: 36.0,
            clickable: true,
            padding: 16.0,
            ruled: false,
        };
        table.head(ui);
        table.scrolled(ui, "rows", 10_000, |row, index| {
            drawn.set(drawn.get() + 1);
            let color = row.tokens().text;
            row.verdict(Tone::Ok, &format!("host{index}.example.com"), color);
            row.text("195", Type::Body, color);
        });
    });
    assert!(drawn.get() < 30, "{} rows were drawn", drawn.get());
    let table = harness.get_by_role_and_label(Role::Table, "Certificates");
    assert_eq!(table.accesskit_node().data().row_count(), Some(10_000));
    harness.get_by_role_and_label(Role::Row, "host3.example.com, 195");
}

#[test]
fn a_long_path_is_cut_in_the_middle_and_spoken_in_full() {
    let path = "a-very-long-folder-name/another-one/shop.example.com_bundle.crt";
    let harness = window(|ui| {
        let color = Tokens::of(ui).text;
        let (galley, cut) = text::middle(ui, path, Type::Mono, color, 160.0);
        assert!(cut);
        assert!(galley.size().x <= 160.0);
        assert!(galley.text().starts_with("a-very"));
        assert!(galley.text().ends_with(".crt"));
        text::name(ui, path, Type::Mono, color, 160.0);
    });
    harness.get_by_label(path);
}
