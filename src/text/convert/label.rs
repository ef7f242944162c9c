//! Labels of a conversion's report.

phrases! {
    inside: "Inside", "内容";
    integrity: "Integrity", "完整性";
    listed_as: "Listed as", "显示名称";
    notes: "Worth knowing", "需要了解";
    password: "Password", "密码";
    password_empty: "empty: whoever has the file has the key", "空密码：拿到文件就等于拿到私钥";
    protection: "Protection", "保护方式";
    who_can_read: "Who can read it", "哪些程序能读取";
}
