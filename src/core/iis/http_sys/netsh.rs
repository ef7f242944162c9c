//! stub
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}")]
pub struct ListingFault {
    pub line: u32,
}
pub fn read(_bytes: &[u8]) -> Result<Vec<super::SslEntry>, ListingFault> {
    Err(ListingFault { line: 1 })
}
