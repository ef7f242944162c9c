//! stub
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}")]
pub struct StoreListingFault {
    pub line: u32,
}
pub fn read(
    _bytes: &[u8],
    _hint: Option<&str>,
) -> Result<Vec<super::StoreCertificate>, StoreListingFault> {
    Err(StoreListingFault { line: 1 })
}
