//! Labels and short phrases that the window and the command line share.

phrases! {
    alias: "Alias", "别名";
    chain: "Chain", "证书链";
    files: "Files", "文件";
    friendly_name: "Friendly name", "友好名称";
    inside: "Inside", "内容";
    integrity: "Integrity", "完整性";
    listed_as: "Listed as", "显示名称";
    notes: "Worth knowing", "需要了解";
    other_target: "Something else", "其他";
    other_target_sub: "choose format and protection yourself", "自行选择格式和保护方式";
    password: "Password", "密码";
    password_again: "Password again", "再次输入密码";
    password_beside: "Write keystorePass.txt next to it", "在旁边写入 keystorePass.txt";
    password_differs: "The two passwords differ", "两次输入的密码不一致";
    password_empty: "empty: whoever has the file has the key", "空密码：拿到文件就等于拿到私钥";
    protection: "Protection", "保护方式";
    rounds: "Rounds", "轮数";
    where_installed: "Where will it be installed?", "安装到哪里？";
    who_can_read: "Who can read it", "哪些程序能读取";
    you_will_get: "You will get", "将得到";
}
