//! stub
use super::{EntryKey, SslEntry};
use crate::core::iis::binding::Endpoint;
pub struct Table<'a>(&'a [SslEntry]);
pub struct Answers {
    pub named: Option<u32>,
    pub unnamed: Option<u32>,
    pub elsewhere: Vec<u32>,
}
impl<'a> Table<'a> {
    pub fn new(entries: &'a [SslEntry]) -> Self {
        Self(entries)
    }
    pub fn served(&self, _endpoint: &Endpoint) -> Answers {
        Answers {
            named: None,
            unnamed: None,
            elsewhere: Vec::new(),
        }
    }
    pub fn host_entry(&self, host: &str, port: u16) -> Option<u32> {
        self.0
            .iter()
            .position(|entry| entry.key == EntryKey::HostPort(host.into(), port))
            .map(|at| at as u32)
    }
}
