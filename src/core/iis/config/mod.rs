//! `applicationHost.config`.
