//! Drawn parts that every panel is made of. They take plain text, icons and tones, never domain
//! types, and each carries a role and a name for screen readers.

pub mod badge;
pub mod button;
pub mod card;
pub mod chain_strip;
pub mod checkbox;
pub mod chip;
pub mod dialog;
pub mod disclosure;
pub mod drop_zone;
pub mod fact_row;
pub mod field_row;
pub mod finding_card;
pub mod focus;
pub mod icon;
pub mod icon_button;
pub mod key_cap;
pub mod lifetime_bar;
pub mod list_row;
pub mod note_line;
pub mod notice;
pub mod option_row;
pub mod progress_card;
pub mod radio;
pub mod readers_grid;
pub mod secret_field;
pub mod state_card;
pub mod stepper;
pub mod strength_bar;
pub mod tab_bar;
pub mod table;
pub mod table_row;
pub mod text;
pub mod text_input;
pub mod verdict_line;
pub mod wizard_footer;
