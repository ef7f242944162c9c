//! `applicationHost.config` and its kin: the text, and where each value stands in it.

mod fault;
mod model;
mod redirection;
mod settings;
mod sites;
mod source;
mod xml;

pub use fault::{ConfigFault, ConfigFaultKind, OtherFile};
pub use model::{
    Application, Binding, Condition, Configuration, Filtering, FlagsWritten, HandlerChange, Hsts,
    Location, MimeChange, Placed, Redirect, RewriteRule, ServerSettings, Site, SiteDefaults,
};
pub use redirection::{Redirection, read as read_redirection};
pub use settings::web_config as read_web_config;
pub use sites::read;
pub use source::{Encoding, Source};
pub use xml::Span;
