//! The window: draws from the model and hands back actions; touches no files, sockets or threads.

pub mod fonts;
pub mod icons;
pub mod mark;
pub mod shell;
pub mod style;
pub mod tokens;
pub mod widgets;
