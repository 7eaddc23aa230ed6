// Linked once with the whole of each folder's library and what that library declares: an undeclared dependency between
// folders of src/ fails to link here.
int main() {}
