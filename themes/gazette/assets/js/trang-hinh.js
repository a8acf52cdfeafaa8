// What a page with charts asks for: one file for both.
import './trang.js';
import './hinh.js';
